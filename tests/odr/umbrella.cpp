// SPDX-License-Identifier: MIT
// Linked into every test as a second translation unit with the whole library, so that the linker
// finds a definition that is not inline.
#include "iwm/iwm.hpp"
