// SPDX-License-Identifier: MIT
// expected: t[.]learn[(]s, seen, came, infant, number[)]
#include "iwm/theory/delta_rule.hpp"

struct theory_without_learn : iwm::theories::delta_rule {
  void learn() const;
};

static_assert(iwm::theory<iwm::theories::delta_rule>);
static_assert(iwm::theory<theory_without_learn>);
