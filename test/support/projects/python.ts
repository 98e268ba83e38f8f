import type { AcceptanceProject } from './project.ts';

const warehouse: AcceptanceProject = {
  name: 'pytest-fixtures',
  about: 'a package with classes; fixtures in conftest, parametrized tests and test classes',
  command: 'python3 -m pytest -q',
  needs: 'pytest',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'pyproject.toml':
      '[project]\nname = "warehouse"\nversion = "1.0"\n\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\npythonpath = ["."]\n',
    'warehouse/__init__.py': 'from .stock import OutOfStock, Stock\n\n__all__ = ["OutOfStock", "Stock"]\n',
    'warehouse/stock.py': `"""What lies on the shelves."""
from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field


class OutOfStock(Exception):
    def __init__(self, item: str, missing: int) -> None:
        super().__init__(f"{missing} of {item} missing")
        self.item = item
        self.missing = missing


@dataclass
class Stock:
    """Counts of items, and of those that are promised to somebody."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    reserved: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def receive(self, item: str, quantity: int) -> None:
        if quantity <= 0:
            raise ValueError(f"quantity must be positive, not {quantity}")
        self.counts[item] += quantity

    def available(self, item: str) -> int:
        return self.counts[item] - self.reserved[item]

    def reserve(self, item: str, quantity: int) -> None:
        free = self.available(item)
        if quantity >= free:
            raise OutOfStock(item, quantity - free)
        self.reserved[item] += quantity

    def ship(self, item: str, quantity: int) -> int:
        taken = min(quantity, self.reserved[item])
        self.reserved[item] -= taken
        self.counts[item] -= taken
        return taken
`,
    'tests/conftest.py': `import pytest

from warehouse import Stock


@pytest.fixture
def stock():
    shelves = Stock()
    shelves.receive("lamp", 5)
    shelves.receive("desk", 1)
    return shelves


@pytest.fixture(params=["lamp", "desk"])
def item(request):
    return request.param
`,
    'tests/test_stock.py': `import pytest

from warehouse import OutOfStock


class TestReserve:
    def test_lowers_what_is_available(self, stock):
        stock.reserve("lamp", 2)
        assert stock.available("lamp") == 3

    @pytest.mark.parametrize("quantity, missing", [(6, 1), (9, 4)])
    def test_more_than_there_is(self, stock, quantity, missing):
        with pytest.raises(OutOfStock) as caught:
            stock.reserve("lamp", quantity)
        assert caught.value.missing == missing

    def test_the_last_one(self, stock):
        stock.reserve("desk", 1)
        assert stock.available("desk") == 0


def test_nothing_is_shipped_unasked(stock, item):
    assert stock.ship(item, 1) == 0


def test_ships_what_is_reserved(stock):
    stock.reserve("lamp", 2)
    assert stock.ship("lamp", 4) == 2
    assert stock.counts["lamp"] == 3


@pytest.mark.parametrize("quantity", [0, -1])
def test_receives_something(stock, quantity):
    with pytest.raises(ValueError):
        stock.receive("lamp", quantity)
`,
  },
  reference: { 'warehouse/stock.py': [['if quantity >= free', 'if quantity > free']] },
  hidden: {
    file: 'check.py',
    text: `from warehouse import OutOfStock, Stock
for there in range(1, 8):
    for wanted in range(1, 12):
        stock = Stock()
        stock.receive("x", there)
        try:
            stock.reserve("x", wanted)
            assert wanted <= there, (there, wanted)
            assert stock.available("x") == there - wanted
            assert stock.ship("x", wanted) == wanted
        except OutOfStock as error:
            assert error.missing == wanted - there > 0, (there, wanted)
`,
  },
};

const calendar: AcceptanceProject = {
  name: 'unittest',
  about: 'unittest, where each candidate takes a process of its own',
  command: 'python3 -m unittest discover -s tests -t .',
  timeLimit: 90,
  expected: ['fixed', 'review'],
  files: {
    'calendar_math.py': `"""Days and months without a library."""

LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year, month):
    if month == 2 and is_leap(year):
        return 29
    return LENGTHS[month]


def day_of_year(year, month, day):
    """1 for the first of January."""
    return sum(days_in(year, m) for m in range(1, month)) + day
`,
    'tests/__init__.py': '',
    'tests/test_calendar.py': `import unittest

from calendar_math import day_of_year, days_in, is_leap


class LeapYears(unittest.TestCase):
    def test_usual(self):
        for year, leap in [(2023, False), (2024, True), (1900, False), (2000, True)]:
            with self.subTest(year=year):
                self.assertEqual(is_leap(year), leap)


class Months(unittest.TestCase):
    def test_february(self):
        self.assertEqual(days_in(2024, 2), 29)
        self.assertEqual(days_in(2023, 2), 28)

    def test_december(self):
        self.assertEqual(days_in(2023, 12), 31)

    def test_april(self):
        self.assertEqual(days_in(2023, 4), 30)


class Days(unittest.TestCase):
    def test_first(self):
        self.assertEqual(day_of_year(2023, 1, 1), 1)

    def test_last(self):
        self.assertEqual(day_of_year(2024, 12, 31), 366)
`,
  },
  reference: { 'calendar_math.py': [['LENGTHS[month]', 'LENGTHS[month - 1]']] },
  hidden: {
    file: 'check.py',
    text: `import calendar, datetime
from calendar_math import day_of_year, days_in, is_leap
for year in range(1890, 2110):
    assert is_leap(year) == calendar.isleap(year)
    for month in range(1, 13):
        assert days_in(year, month) == calendar.monthrange(year, month)[1], (year, month)
        assert day_of_year(year, month, 3) == datetime.date(year, month, 3).timetuple().tm_yday
`,
  },
};

const tabs: AcceptanceProject = {
  name: 'python-tabs',
  about: 'a file indented with tabs, in which a line has to be inserted',
  command: 'pytest',
  needs: 'pytest',
  timeLimit: 60,
  expected: ['fixed', 'review'],
  files: {
    'words.py': `"""Counting words."""


def frequencies(text):
	counts = {}
	for word in text.lower().split():
		word = word.strip(".,;!?")
		if not word:
			continue
		counts[word] = counts.get(word, 0) + 1


def most_frequent(text, limit=3):
	counts = frequencies(text)
	ordered = sorted(counts, key=lambda word: (-counts[word], word))
	return ordered[:limit]
`,
    'test_words.py': `from words import frequencies, most_frequent


def test_counts():
    assert frequencies("The cat, the dog.") == {"the": 2, "cat": 1, "dog": 1}


def test_nothing():
    assert frequencies(" . ") == {}


def test_order():
    assert most_frequent("b a b c a b", 2) == ["b", "a"]
`,
  },
  reference: {
    'words.py': [['counts.get(word, 0) + 1\n', 'counts.get(word, 0) + 1\n\treturn counts\n']],
  },
  hidden: {
    file: 'check.py',
    text: `import pathlib
from words import frequencies, most_frequent
assert frequencies("x y, X! z; ; y") == {"x": 2, "y": 2, "z": 1}
assert frequencies("") == {}
assert most_frequent("d c b a") == ["a", "b", "c"]
for line in pathlib.Path("words.py").read_text().splitlines():
    indent = line[: len(line) - len(line.lstrip())]
    assert set(indent) <= {"\\t"}, line
`,
  },
};

export const pythonProjects: readonly AcceptanceProject[] = [warehouse, calendar, tabs];
