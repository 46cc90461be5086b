#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The common dyad in NumPy, one array operation for all dyads at a time.

DYADS EVENTS prints processor seconds, mean and standard deviation of s, peak of memory in KiB."""
import sys
import time

import numpy


def live(dyads, events):
    random = numpy.random.default_rng(1)
    signals = numpy.clip(0.2 + 0.5 * random.random(dyads), 0, 1)
    sensitivity = numpy.clip(random.normal(0.6, 0.2, dyads), 0, 1)
    self_, other, sure = numpy.zeros(dyads), numpy.full(dyads, 0.1), numpy.zeros(dyads)
    for _ in range(events):
        signal = random.random(dyads) < signals
        answered = random.random(dyads) < sensitivity
        y = 1 - numpy.abs(0.1 * random.standard_normal(dyads))
        y = numpy.where(answered, y, -1.0)
        y *= signal
        step = 0.05 * (1 - 0.5 * (y * self_ < 0) * sure)
        self_ += step * (y - self_)
        other += step * (y - other)
        sure += 0.01 * (1 - sure)
    return self_


def peak_of_memory():
    with open("/proc/self/status") as status:
        return next(line.split()[1] for line in status if line.startswith("VmHWM:"))


dyads, events = map(int, sys.argv[1:])
start = time.process_time()
found = live(dyads, events)
print(time.process_time() - start, found.mean(), found.std(), peak_of_memory())
