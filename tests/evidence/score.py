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
import sys

GROUPS = 100
KEYS = {"people": (), "assessments": ("instrument", "scale"), "classifications": ("instrument", "system"),
        "events": ("kind",), "families": ()}


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
        self.families, people = [], {}
        for row, family in rows(folder, "people"):
            if family not in people:
                people[family] = []
                self.families.append(family)
            people[family].append(row)
        self.position = {family: i for i, family in enumerate(self.families)}
        self.people = {family: self.roles(members) for family, members in people.items()}
        wanted = {name for target in evidence["targets"] if target["protocol"] == protocol
                  for name in names(target.get("measure", 0))}
        self.rows = {key_of(v["table"], v): [] for v in (self.variables[name] for name in wanted)}
        for table in ("assessments", "classifications", "events"):
            for row, family in rows(folder, table):
                if key_of(table, row) in self.rows:
                    self.rows[key_of(table, row)].append((row, family))
        self.weights = self.strata_weights(
            next(p for p in evidence["protocols"] if p["name"] == protocol))
        self.columns, self.arrived = {}, {}

    @staticmethod
    def roles(members):
        """{child, mother, father} of each child in order of birth, then the adults of the family."""
        adult = {role: next((m["person_id"] for m in members if m["role"] == role), "")
                 for role in ("mother", "father")}
        children = sorted((m for m in members if m["role"] == "child"), key=lambda m: float(m["birth"]))
        return [{"child": c["person_id"], "mother": c["mother_id"] or adult["mother"],
                 "father": c["father_id"] or adult["father"]} for c in children] + [adult]

    def role(self, family, role, child):
        known = self.people[family]
        return known[child - 1 if child < len(known) else -1].get(role, "")

    def strata_weights(self, protocol):
        reference = protocol.get("strata", {})
        count = {}
        for stratum, *_ in self.families:
            count[stratum] = count.get(stratum, 0) + 1
        share = {s: n / len(self.families) for s, n in count.items()}
        distance = max(abs(share.get(s, 0) - reference.get(s, 0)) for s in {*share, *reference})
        if not reference or distance <= protocol.get("strata_tolerance", 0.03) + 1e-9:
            return [1.0] * len(self.families)
        return [reference.get(family[0], 0) / share[family[0]] for family in self.families]

    def concerns(self, row, family, v):
        stratum, arm = family[:2]
        if "stratum" in v and stratum not in v["stratum"] or "arm" in v and arm not in v["arm"]:
            return False
        who = self.role(family, v.get("person", "child"), v.get("child", 1))
        other = self.role(family, v["partner"], v.get("child", 1)) if "partner" in v else None
        return who != "" and row["person_id"] == who and other != "" and other in (None, row["partner_id"])

    @staticmethod
    def same_age(nominal, age):
        return nominal is None or abs(age - nominal) <= (0.5 if nominal <= 31 else 1 if nominal <= 80 else 6)

    @staticmethod
    def code(v, name):
        if "among" in v and name not in v["among"]:
            return None
        return float(name in v["is"]) if "is" in v else float(v["among"].index(name))

    def column(self, name):
        """{position of family: value}; for events {(position, caregiver): [values]}."""
        if name in self.columns:
            return self.columns[name]
        v, found, came = self.variables[name], {}, False
        if v["table"] == "families":
            came = True
            for i, (stratum, arm, *_) in enumerate(self.families):
                value = self.code(v, arm if v["column"] == "arm" else stratum)
                if value is not None:
                    found[i] = value
        for row, family in self.rows[key_of(v["table"], v)]:
            if v["table"] == "events" and row[v["column"]] == "":
                continue
            came = True
            age = float(row["time" if v["table"] == "events" else "age_months"])
            if not self.same_age(v.get("age_months"), age) or not self.concerns(row, family, v):
                continue
            if "episode" in v and row["episode"] != str(v["episode"]):
                continue
            i = self.position[family]
            if v["table"] == "events":
                found.setdefault((i, row["partner_id"]), []).append(float(row[v["column"]]))
            else:
                value = self.code(v, row["class"]) if v["table"] == "classifications" \
                    else float(row["value"]) if row["value"] else None
                if value is not None:
                    found.setdefault(i, value)
        self.columns[name], self.arrived[name] = found, came
        return found


# statistics: contributions of one family (or caregiver) that add up, and what is made of the sums
def of_one(x, y):
    return [1, x]


def mean(s):
    return s[1] / s[0]


def of_two(x, y):
    return [1, x, y, x * x, y * y, x * y]


def correlation(s):
    n, x, y, xx, yy, xy = s
    return (xy - x * y / n) / math.sqrt((xx - x * x / n) * (yy - y * y / n))


def of_groups(x, y):
    return [1, x, x * x, 0, 0, 0] if y == 1 else [0, 0, 0, 1, x, x * x]


def difference(s):
    n1, x1, xx1, n0, x0, xx0 = s
    pooled = (xx1 - x1 * x1 / n1 + xx0 - x0 * x0 / n0) / (n1 + n0 - 2)
    return (x1 / n1 - x0 / n0) / math.sqrt(pooled)


def of_either(x, y):
    return ([0, 0, 0] if x is None else [1, x, x * x]) + ([0, 0, 0] if y is None else [1, y, y * y])


def of_table(x, y):
    return [x * y, x * (1 - y), (1 - x) * y, (1 - x) * (1 - y)]


def odds_ratio_d(s):
    return math.log(s[0] * s[3] / (s[1] * s[2])) * math.sqrt(3) / math.pi


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
              "standardised_difference": (of_groups, difference),
              "standardised_difference_between": (of_either, difference),
              "odds_ratio_d": (of_table, odds_ratio_d), "conditional_proportion": (of_table, conditional),
              "kappa": (of_classes, kappa), "variance_share": (of_events, variance_share)}


def estimates(study, measure):
    """The value, then the value without each of the groups."""
    groups = min(GROUPS, len(study.families))
    if isinstance(measure, (int, float)):
        return [measure] * (groups + 1)
    (name, operands), = measure.items()
    if name in ("difference", "product", "magnitude"):
        parts = [estimates(study, m) for m in (operands if name != "magnitude" else [operands, 0])]
        combine = {"difference": lambda a, b: a - b, "product": lambda a, b: a * b,
                   "magnitude": lambda a, _: abs(a)}[name]
        return [combine(a, b) for a, b in zip(*parts)]
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
        x, y = study.column(x_name), study.column(y_name)
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
