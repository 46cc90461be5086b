#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""score.py TABLES EVIDENCE PROTOCOL: recomputes the targets of a protocol from its CSV tables.

An independent second reading of docs/evidence.md. Every statistic is a function of sums over families;
the sums are kept by jackknife group, so that a group is left out by subtraction. Prints a JSON object
{id: [simulated, standard_error, pass]}, null where something is undefined, of the targets for which
rows have arrived.
"""
import csv
import json
import math
import pathlib
import statistics
import sys

GROUPS = 100
TABLES = ("people", "relationships", "assessments", "classifications", "events")
KEYS = {"assessments": ("instrument", "scale"), "classifications": ("instrument", "system"),
        "events": ("kind",), "relationships": ("kind",)}


def keys_of(v):
    """Which rows a variable of tables is looked for in."""
    table = v["table"]
    if table not in KEYS:
        return []
    return [(table, kind) for kind in v["any_of"]] if "any_of" in v else [(table, *(v[k] for k in KEYS[table]))]


def key_of(table, row):
    return table, *(row[key] for key in KEYS[table])


def rows(folder, table):
    path = pathlib.Path(folder) / f"{table}.csv"
    if not path.exists():
        return
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row, (row["stratum"], row["arm"], row["seed"], row["family_id"])


class Study:
    def __init__(self, folder, evidence, protocol):
        self.variables = evidence["variables"]
        wanted = {part for target in evidence["targets"] if target["protocol"] == protocol
                  for name in names(target.get("measure", 0)) for part in self.parts(name)}
        self.rows = {key: [] for name in wanted for key in keys_of(self.variables[name])}
        self.position, self.persons, self.members, self.residents = {}, {}, {}, {}
        for table in TABLES:
            for row, family in rows(folder, table):
                self.position.setdefault(family, len(self.position))
                if table == "people":
                    self.persons.setdefault(self.person_key(family, row["person_id"]), (row, family))
                    self.members.setdefault(family, []).append(row)
                    continue
                if table == "relationships" and row["kind"] == "couple":
                    self.settle(family, row["person_id"], row["partner_id"])
                if key_of(table, row) in self.rows:
                    self.rows[key_of(table, row)].append((row, family))
                    self.settle(family, row["person_id"])
        self.families = list(self.position)
        self.children = {family: sorted((m for m in rows_ if m["role"] == "child"), key=lambda m: float(m["birth"]))
                         for family, rows_ in self.members.items()}
        self.weights = self.strata_weights(
            next(p for p in evidence["protocols"] if p["name"] == protocol))
        self.columns, self.arrived, self.ages, self.estimated = {}, {}, {}, {}

    def parts(self, name):
        v = self.variables[name]
        below = v.get("of", []) + ([v["same_age_as"]] if "same_age_as" in v else [])
        return [name] + [part for one in below for part in self.parts(one)]

    @staticmethod
    def person_key(family, person):
        _, arm, seed, _ = family
        return seed, arm, person

    def settle(self, family, *persons):
        self.residents.setdefault(family, []).extend(persons)

    def sex(self, family, person):
        row, _ = self.persons.get(self.person_key(family, person), ({"sex": "", "role": ""}, None))
        return row["sex"] or {"mother": "female", "father": "male"}.get(row["role"], "")

    def adult(self, family, sex):
        """The first of that sex who lives in a household without being its child."""
        parent = "mother" if sex == "female" else "father"
        born = [c["person_id"] for c in self.children.get(family, [])]
        here = [m["person_id"] for m in self.members.get(family, []) if m["role"] == parent]
        here += [c[parent + "_id"] for c in self.children.get(family, []) if c[parent + "_id"]]
        here += [p for p in self.residents.get(family, []) if p not in born and self.sex(family, p) == sex]
        return next(iter(here), "")

    def role(self, family, role, child):
        if role in ("wife", "husband"):
            return self.adult(family, "female" if role == "wife" else "male")
        children = self.children.get(family, [])
        nth = children[child - 1:child]
        if role == "child":
            return nth[0]["person_id"] if nth else ""
        listed = [m["person_id"] for m in self.members.get(family, []) if m["role"] == role]
        named = [c[role + "_id"] for c in nth] + listed[:1] + [c[role + "_id"] for c in children[:1]]
        return next((person for person in named if person), "")

    def birthplace(self, family, person):
        if any(c["person_id"] == person for c in self.children.get(family, [])):
            return family
        row, born_in = self.persons.get(self.person_key(family, person), ({"role": ""}, None))
        return born_in if row["role"] == "child" else None

    def is_partner(self, v, row, family):
        person, other, role = row["person_id"], row["partner_id"], v["partner"]
        whose, child = v.get("person", "child"), v.get("child", 1)
        if other == person:
            return False
        if role == "sibling":
            home = self.birthplace(family, person)
            return home is not None and home == self.birthplace(family, other)
        if role == "partner":
            return {person, other} == {self.adult(family, "female"), self.adult(family, "male")}
        if role in ("mother", "father") and whose in ("wife", "husband"):
            return self.persons[self.person_key(family, person)][0][role + "_id"] == other
        return self.role(self.birthplace(family, person) if whose == "child" else family, role, child) == other

    def family_of(self, row, family, v):
        """The family that a row counts for, or none."""
        person, home = row["person_id"], family
        if v.get("person", "child") == "child":
            home = self.birthplace(family, person)
        if home is None or not self.admits(home, v) or \
                person in ("", "0") or person != self.role(home, v.get("person", "child"), v.get("child", 1)):
            return None
        if "partner" in v and (row["partner_id"] in ("", "0") or not self.is_partner(v, row, family)):
            return None
        if "generation" in v:
            known = self.persons.get(self.person_key(family, person))
            if known is None or int(known[0]["generation"]) not in v["generation"]:
                return None
        return home

    @staticmethod
    def admits(family, v):
        return family[0] in v.get("stratum", [family[0]]) and family[1] in v.get("arm", [family[1]])

    def strata_weights(self, protocol):
        reference, arms = protocol.get("strata", {}), protocol.get("strata_arms")
        held = [family for family in self.families if arms is None or family[1] in arms]
        share = {s: sum(family[0] == s for family in held) / len(held) for s in {family[0] for family in held}}
        distance = max(abs(share.get(s, 0) - reference.get(s, 0)) for s in {*share, *reference})
        if not reference or distance <= protocol.get("strata_tolerance", 0.03) + 1e-9:
            return [1.0] * len(self.families)
        return [reference.get(family[0], 0) / share[family[0]] if arms is None or family[1] in arms else 1.0
                for family in self.families]

    @staticmethod
    def near(v, nominal, age):
        usual = 0.5 if nominal <= 31 else 1 if nominal <= 80 else 6
        return abs(age - nominal) <= v.get("tolerance_months", usual)

    def fits(self, v, row, age, i):
        if "episode" in v and row["episode"] != str(v["episode"]):
            return False
        if "between_months" in v:
            return v["between_months"][0] <= age <= v["between_months"][1]
        if "same_age_as" in v:
            anchor = self.ages[v["same_age_as"]].get(i)
            if anchor is None or not self.near(v, anchor, age):
                return False
        return "age_months" not in v or self.near(v, v["age_months"], age)

    @staticmethod
    def code(v, name):
        if "among" in v and name not in v["among"]:
            return None
        return float(name in v["is"]) if "is" in v else float(v["among"].index(name))

    def value(self, v, row):
        if v["table"] == "classifications":
            return self.code(v, row["class"])
        if "any_of" in v:
            return 1.0
        text = row[v["column"] if v["table"] in ("events", "relationships") else "value"]
        return float(text) if text else None

    def column(self, name):
        """{position of family: value}; for events {(position, caregiver): [values]}."""
        if name in self.columns:
            return self.columns[name]
        v, found, came, ages = self.variables[name], {}, False, {}
        for part in self.parts(name)[1:]:
            self.column(part)
        if v["table"] == "families":
            came = True
            for i, (stratum, arm, *_) in enumerate(self.families):
                value = self.code(v, arm if v["column"] == "arm" else stratum)
                if value is not None:
                    found[i] = value
        elif v["table"] == "variables":
            x, y = (self.columns[part] for part in v["of"])
            came = all(self.arrived[part] for part in v["of"])
            combine = {"mean": lambda a, b: (a + b) / 2, "difference": lambda a, b: a - b,
                       "unlike": lambda a, b: float(a != b)}[v["as"]]
            found = {i: combine(x[i], y[i]) for i in x if i in y}
        elif "any_of" in v:
            found = {i: 0.0 for i, family in enumerate(self.families)
                     if self.admits(family, v) and self.role(family, v.get("person", "child"), v.get("child", 1))}
        lists = {}
        for row, family in (one for key in keys_of(v) for one in self.rows[key]):
            value = self.value(v, row)
            if v["table"] in ("events", "relationships") and value is None:
                continue
            came = True
            age = float(row.get("age_months") or row.get("time") or row.get("start"))
            home = self.family_of(row, family, v) if value is not None else None
            if home is not None and self.fits(v, row, age, self.position[home]):
                group = (self.position[home], row["partner_id"]) if v["table"] == "events" and "any_of" not in v \
                    else self.position[home]
                lists.setdefault(group, []).append((value, age))
        nth = v.get("occasion", 1)
        for group, taken in lists.items():
            if isinstance(group, tuple):
                found[group] = [value for value, _ in taken]
            elif "any_of" in v:
                found[group] = 1.0
            elif "between_months" in v:
                found[group] = sum(value for value, _ in taken) / len(taken)
            elif len(taken) >= nth:
                found[group], ages[group] = taken[nth - 1]
        self.columns[name], self.arrived[name], self.ages[name] = found, came, ages
        return found


# statistics: contributions of one family (or caregiver) that add up, and what is made of the sums
def of_one(x, y):
    return [1, x]


def mean(s):
    return s[1] / s[0]


def of_square(x, y):
    return [1, x, x * x]


def deviation(s):
    n, x, xx = s
    return math.sqrt((xx - x * x / n) / (n - 1))


def of_two(x, y):
    return [1, x, y, x * x, y * y, x * y]


def correlation(s):
    n, x, y, xx, yy, xy = s
    return (xy - x * y / n) / math.sqrt((xx - x * x / n) * (yy - y * y / n))


def of_several(x, y):
    z = [1, x, *y]
    return [a * b for a in z for b in z]


def composite(s):
    """Covariance of x with the sum of the others over their SDs, over the SDs of both."""
    m = math.isqrt(len(s))
    n, cross = s[0], [s[m * i:m * (i + 1)] for i in range(m)]
    cov = [[cross[i][j] - cross[0][i] * cross[0][j] / n for j in range(1, m)] for i in range(1, m)]
    sd = [math.sqrt(cov[i][i]) for i in range(m - 1)]
    others = range(1, m - 1)
    of_sum = sum(cov[i][j] / sd[i] / sd[j] for i in others for j in others)
    return sum(cov[0][i] / sd[i] for i in others) / sd[0] / math.sqrt(of_sum)


def of_groups(x, y):
    return [1, x, x * x, 0, 0, 0] if y == 1 else [0, 0, 0, 1, x, x * x]


def difference(s):
    n1, x1, xx1, n0, x0, xx0 = s
    pooled = (xx1 - x1 * x1 / n1 + xx0 - x0 * x0 / n0) / (n1 + n0 - 2)
    return (x1 / n1 - x0 / n0) / math.sqrt(pooled)


def mean_difference(s):
    return s[1] / s[0] - s[4] / s[3]


def of_either(x, y):
    return ([0, 0, 0] if x is None else [1, x, x * x]) + ([0, 0, 0] if y is None else [1, y, y * y])


def of_table(x, y):
    return [x * y, x * (1 - y), (1 - x) * y, (1 - x) * (1 - y)]


def odds_ratio_d(s):
    return math.log(s[0] * s[3] / (s[1] * s[2])) * math.sqrt(3) / math.pi


def below(h, k, r):
    """P(X < h, Y < k): the distribution of Y at each x, by Simpson's rule."""
    lowest, steps = -9.0, 1500
    root, width, total = math.sqrt(1 - r * r), (h + 9.0) / steps, 0.0
    for i in range(steps + 1):
        x = lowest + i * width
        weight = 1 if i in (0, steps) else 4 if i % 2 else 2
        total += weight * math.exp(-x * x / 2) * math.erfc((r * x - k) / root / math.sqrt(2))
    return total * width / 6 / math.sqrt(2 * math.pi)


def tetrachoric(s):
    n = sum(s)
    if s[1] * s[2] == 0 or s[0] * s[3] == 0:
        varies = 0 < s[0] + s[1] < n and 0 < s[0] + s[2] < n
        return math.nan if not varies else 1.0 if s[1] * s[2] == 0 else -1.0
    h, k = (statistics.NormalDist().inv_cdf((s[0] + other) / n) for other in s[1:3])
    low, high, r = -1.0, 1.0, 0.0
    for _ in range(100):
        beyond = below(h, k, r) - s[0] / n
        low, high = (low, r) if beyond > 0 else (r, high)
        density = math.exp(-(h * h - 2 * r * h * k + k * k) / 2 / (1 - r * r)) / 2 / math.pi / math.sqrt(1 - r * r)
        step = r - beyond / density
        if abs(step - r) < 1e-12:
            return step
        r = step if low < step < high else (low + high) / 2
    return r


def conditional(s):
    return s[0] / (s[0] + s[2])


CLASSES = 6


def of_classes(x, y):
    return [float(cell == CLASSES * x + y) for cell in range(CLASSES * CLASSES)]


def kappa(s):
    n = sum(s)
    rows_ = [sum(s[CLASSES * r:CLASSES * (r + 1)]) / n for r in range(CLASSES)]
    columns = [sum(s[c::CLASSES]) / n for c in range(CLASSES)]
    expected = sum(r * c for r, c in zip(rows_, columns))
    return (sum(s[::CLASSES + 1]) / n - expected) / (1 - expected)


def of_events(values, _):
    n, total = len(values), sum(values)
    return [1, n, n * n, total, total * total / n, sum(x * x for x in values)]


def variance_share(s):
    groups, n, n_squares, total, between, squares = s
    within = (squares - between) / (n - groups)
    mean_square = (between - total * total / n) / (groups - 1)
    component = max(0, (mean_square - within) / ((n - n_squares / n) / (groups - 1)))
    return within / (within + component)


STATISTICS = {"mean": (of_one, mean), "proportion": (of_one, mean), "correlation": (of_two, correlation),
              "deviation": (of_square, deviation), "composite_correlation": (of_several, composite),
              "tetrachoric": (of_table, tetrachoric), "mean_difference": (of_groups, mean_difference),
              "standardised_difference": (of_groups, difference),
              "standardised_difference_between": (of_either, difference),
              "odds_ratio_d": (of_table, odds_ratio_d), "conditional_proportion": (of_table, conditional),
              "kappa": (of_classes, kappa), "variance_share": (of_events, variance_share)}


def odds_between(p, q):
    inside = 0 < p < 1 and 0 < q < 1
    return odds_ratio_d([p, 1 - p, q, 1 - q]) if inside else math.nan


def defined(values):
    return [x for x in values if not math.isnan(x)]


OF_MEASURES = {"sum": lambda a, b: a + b, "difference": lambda a, b: a - b, "product": lambda a, b: a * b,
               "ratio": lambda a, b, least: a / b if abs(b) > least else math.nan, "magnitude": abs,
               "odds_ratio_d_between": odds_between,
               "median": lambda *all_: statistics.median(defined(all_) or [math.nan]),
               "largest": lambda *all_: max(defined(all_), default=math.nan)}


def estimates(study, measure):
    """The value, then the value without each of the groups; worked out once."""
    key = json.dumps(measure)
    if key not in study.estimated:
        study.estimated[key] = new_estimates(study, measure)
    return study.estimated[key]


def together(columns):
    return {i: tuple(column[i] for column in columns) for i in columns[0] if all(i in c for c in columns)}


def new_estimates(study, measure):
    groups = min(GROUPS, len(study.families))
    if isinstance(measure, (int, float)):
        return [measure] * (groups + 1)
    (name, operands), = measure.items()
    if name in OF_MEASURES:
        parts = [estimates(study, m) for m in (operands if name != "magnitude" else [operands])]
        return [OF_MEASURES[name](*values) for values in zip(*parts)]
    if name == "composite_correlation":
        operands = [operands[0], operands[1:]]
    if isinstance(operands, dict):
        pairs, weights = operands["pairs"], operands["weights"]
    else:
        pairs, weights = [[operands, operands] if isinstance(operands, str) else operands], [1]
    weights = [w / sum(weights) for w in weights]
    if name == "pooled_correlation":
        single = [estimates(study, {"correlation": pair}) for pair in pairs]
        return [math.tanh(sum(w * math.atanh(r) for w, r in zip(weights, rs))) for rs in zip(*single)]
    add, finish = STATISTICS[name]
    tables = []  # by pair: by group: sums
    for x_name, y_name in pairs:
        x = study.column(x_name)
        y = together([study.column(n) for n in y_name]) if isinstance(y_name, list) else study.column(y_name)
        sums = [None] * groups
        for key in sorted(x.keys() | y.keys() if add is of_either else x.keys() & y.keys()):
            i = key[0] if isinstance(key, tuple) else key
            row = [study.weights[i] * c for c in add(x.get(key), y.get(key))]
            row.append(study.weights[i])
            old = sums[i % groups]
            sums[i % groups] = row if old is None else [a + b for a, b in zip(old, row)]
        size = len(next((s for s in sums if s), []))
        tables.append([s or [0] * size for s in sums])
    result = []
    for left_out in [None, *range(groups)]:
        kept = [[sum(column) for column in zip(*(s for g, s in enumerate(table) if g != left_out))]
                for table in tables]
        try:
            if len(kept) > 1:
                typical = sum(w * s[-1] for w, s in zip(weights, kept))
                kept = [[w * c * typical / s[-1] for c in s] for w, s in zip(weights, kept)]
            result.append(finish([sum(column) for column in zip(*kept)][:-1]))
        except (ZeroDivisionError, ValueError, IndexError):
            result.append(math.nan)
    return result


def jackknife(values):
    value, *without = values
    centre = sum(without) / len(without)
    return value, math.sqrt((len(without) - 1) / len(without) * sum((t - centre) ** 2 for t in without))


def names(measure):
    if isinstance(measure, str):
        return [measure]
    parts = measure.values() if isinstance(measure, dict) else measure if isinstance(measure, list) else []
    return [name for part in parts for name in names(part)]


def main(folder, file, protocol):
    evidence = json.loads(pathlib.Path(file).read_text(encoding="utf-8"))
    study, scores = Study(folder, evidence, protocol), {}
    for target in evidence["targets"]:
        if target["protocol"] != protocol or "measure" not in target:
            continue
        measure = target["measure"]
        for name in names(measure):
            study.column(name)
        if not all(study.arrived[name] for name in names(measure)):
            continue
        if "ordering" in measure:
            beyond = []
            for one in measure["ordering"]:
                greater, than = (estimates(study, m) for m in one["greater"])
                beyond.append(jackknife([a - b - one.get("margin", 0) for a, b in zip(greater, than)]))
            value, error = min(beyond, key=lambda b: b[0] - 2 * b[1])
            passed = all(difference_ > 2 * error_ for difference_, error_ in beyond)
        else:
            value, error = jackknife(estimates(study, measure))
            passed = target["band"][0] <= value <= target["band"][1]
        scores[target["id"]] = [None if math.isnan(value) else value,
                                None if math.isnan(error) else error, passed]
    json.dump(scores, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
