#!/usr/bin/env python3
"""Measures the purchase optimiser: cost, proven bound and time, on given and on generated instances, against the MILP solver CBC in the same run.

usage: sourcing.py [INSTANCES] [--seconds 60] [--family NAME]… [--write docs/benchmarks.md]
       sourcing.py --generate NAME FILE
       sourcing.py --self-test

INSTANCES is a folder of JSON instances with an optimum.tsv (instance, boards, minimum_cost). Every list of purchases is checked here against the instance:
demand, minimum quantities, multiples, stock, price breaks, offers a line, fees, minimum order values, and that the cost is their sum. CBC (Debian's
coinor-cbc) gets the same problem as an exact mixed integer programme, one binary and one whole number a price break, for at most --seconds; where it is
not installed its columns stay empty. Exit code 1 when a purchase is wrong, a bound lies above a cost, a given optimum is missed, or CBC found a cheaper way.
"""
from __future__ import annotations
import argparse, bisect, json, math, os, random, re, shutil, statistics, subprocess, sys, tempfile, time
from fractions import Fraction

from report import TURNKEY, machine, run, table, write_section

RELATIVE = 1e-6
BOARDS = (10, 50, 250, 1000)


class Family:
    """Instances of one kind: how many lines, offers a line and suppliers, and which minimum order values suppliers want."""

    def __init__(self, title: str, lines: int | range, offers: int, suppliers: int, minimums: tuple[int, ...], seeds: tuple[int, ...], boards=BOARDS):
        self.title, self.lines, self.offers, self.suppliers, self.minimums, self.seeds, self.boards = title, lines, offers, suppliers, minimums, seeds, boards


USUAL = (0, 0, 0, 25, 50, 100)
BINDING = (100, 200, 500, 1000, 2000, 5000)
SMALL = (50, 100, 200, 500, 1000)
FAMILIES = {
    'small-binding': Family('6 to 14 lines, 4 offers, 4 suppliers, minimum order values from 50 to 1,000', range(6, 15), 4, 4, SMALL, tuple(range(9)), (25,)),
    'binding-20': Family('20 lines, 5 offers, 5 suppliers, minimum order values from 100 to 5,000', 20, 5, 5, BINDING, (1, 2), (10, 50)),
    'large': Family('1,000 lines, 12 offers, 20 suppliers, no minimum order value', 1000, 12, 20, (0,), (1,)),
    'large-usual': Family('1,000 lines, 12 offers, 20 suppliers, half of them with minimum order values up to 100', 1000, 12, 20, USUAL, (1,)),
    'binding-40': Family('40 lines, 6 offers, 8 suppliers, minimum order values from 100 to 5,000', 40, 6, 8, BINDING, (1, 2)),
    'binding-100': Family('100 lines, 8 offers, 10 suppliers, minimum order values from 100 to 5,000', 100, 8, 10, BINDING, (1,)),
    'binding-200': Family('200 lines, 8 offers, 12 suppliers, minimum order values from 100 to 5,000', 200, 8, 12, BINDING, (1, 2)),
    'binding-1000': Family('1,000 lines, 12 offers, 20 suppliers, minimum order values from 100 to 5,000', 1000, 12, 20, BINDING, (1,)),
}

STEPS = (1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 25000, 100000)


def generated(family: Family, seed: int) -> dict:
    """Prices spread over four decades, falling with quantity; cut tape from a piece on, whole reels of cheap parts, and stocks from scarce to plenty."""
    count = family.lines if isinstance(family.lines, int) else family.lines[seed % len(family.lines)]
    rnd = random.Random(seed * 7919 + count)
    suppliers = [{'id': f'S{i + 1}', 'fixedFee': round(rnd.uniform(8, 60), 2), 'minimumOrderValue': rnd.choice(family.minimums)} for i in range(family.suppliers)]
    level = [rnd.uniform(0.9, 1.1) for _ in suppliers]
    lines = []
    for number in range(1, count + 1):
        base = min(60.0, max(0.002, math.exp(rnd.gauss(-1.7, 1.9))))
        per_board = rnd.choice((1, 1, 1, 1, 2, 2, 3, 4, 4, 6)) if base > 0.05 else rnd.choice((1, 2, 4, 6, 10, 20, 40))
        offers = []
        for _ in range(rnd.randint(max(1, family.offers - 2), family.offers + 2)):
            supplier = rnd.randrange(family.suppliers)
            price = base * level[supplier] * rnd.uniform(0.75, 1.6)
            if base < 0.3 and rnd.random() < 0.25:
                minimum = multiple = rnd.choice((1000, 2500, 3000, 4000, 5000))
                price *= 0.55
            else:
                minimum, multiple = rnd.choice((1, 1, 1, 2, 5, 10, 25)), rnd.choice((1, 1, 1, 5, 10))
            begin = max(minimum, multiple)
            breaks = [{'quantity': begin, 'unitPrice': price}]
            for step in STEPS:
                if step > begin and len(breaks) < 5 and rnd.random() < 0.55:
                    price *= rnd.uniform(0.72, 0.96)
                    breaks.append({'quantity': step, 'unitPrice': price})
            for one in breaks:
                one['unitPrice'] = round(max(one['unitPrice'], 0.0005), 5)
            stock = rnd.choice((3, 15, 20, 40, 100, 200, 400, 1000, 2000, 20000, 100000, 10000000, 10000000, 10000000))
            offers.append({'supplier': suppliers[supplier]['id'], 'minimumOrderQuantity': minimum, 'orderMultiple': multiple,
                           'stock': stock * multiple if multiple >= 1000 else stock, 'priceBreaks': breaks})
        # One offer with plenty, so that every line can be bought for any number of boards.
        plenty = max(offers, key=lambda offer: offer['stock'])
        plenty['stock'] = 10000000
        lines.append({'line': number, 'quantityPerBoard': per_board, 'offers': offers})
    return {'seed': seed, 'maximumOffersPerLine': 2, 'suppliers': suppliers, 'lines': lines}


def exact(number: float) -> Fraction:
    return Fraction(str(number))


def checked(instance: dict, boards: int, answer: dict) -> tuple[Fraction, list[str]]:
    """What the purchases cost, reckoned anew, and everything that is wrong with them."""
    wrong: list[str] = []
    lines = {line['line']: line for line in instance['lines']}
    suppliers = {supplier['id']: supplier for supplier in instance['suppliers']}
    bought: dict[int, list[dict]] = {}
    spent: dict[str, Fraction] = {}
    cost = Fraction(0)
    for purchase in answer['purchases']:
        line = lines[purchase['line']]
        offer, quantity = line['offers'][purchase['offer']], purchase['quantity']
        name = f"line {purchase['line']} offer {purchase['offer']}"
        if any(other['offer'] == purchase['offer'] for other in bought.get(purchase['line'], [])):
            wrong.append(f'{name} is bought from twice')
        bought.setdefault(purchase['line'], []).append(purchase)
        if quantity < offer['minimumOrderQuantity'] or quantity % offer['orderMultiple'] or quantity > offer['stock']:
            wrong.append(f'{name}: {quantity} pieces cannot be had')
        prices = sorted(offer['priceBreaks'], key=lambda one: one['quantity'])
        at = bisect.bisect_right([one['quantity'] for one in prices], quantity) - 1
        if at < 0:
            wrong.append(f'{name}: no price for {quantity} pieces')
            continue
        price = exact(prices[at]['unitPrice'])
        if exact(purchase['unitPrice']) != price:
            wrong.append(f"{name}: unit price {purchase['unitPrice']} is not {float(price)}")
        spent[offer['supplier']] = spent.get(offer['supplier'], Fraction(0)) + price * quantity
        cost += price * quantity
    short = {one['line'] for one in answer.get('shortfalls', [])}
    for number, line in lines.items():
        own = bought.get(number, [])
        if number in short:
            continue
        if sum(one['quantity'] for one in own) < line['quantityPerBoard'] * boards:
            wrong.append(f'line {number} is not covered')
        if len(own) > instance.get('maximumOffersPerLine', 2):
            wrong.append(f'line {number} is bought from {len(own)} offers')
    for name, value in spent.items():
        cost += exact(suppliers[name]['fixedFee'])
        if value < exact(suppliers[name]['minimumOrderValue']):
            wrong.append(f'{name} gets {float(value)}, less than its minimum order value')
    if answer['cost'] is not None and cost != exact(answer['cost']):
        wrong.append(f"the cost is {float(cost)}, not {answer['cost']}")
    if answer['cost'] is not None and answer['lowerBound'] > answer['cost'] * (1 + 1e-12):
        wrong.append(f"the bound {answer['lowerBound']} lies above the cost {answer['cost']}")
    return cost, wrong


def solved(path: str, boards: int, runs: int) -> tuple[dict, float]:
    """The answer, and the median of the seconds that solving took in so many processes."""
    seconds, answer = [], {}
    for _ in range(runs):
        outcome = run([TURNKEY, 'source', '--instance', path, '--boards', str(boards), '--json'])
        if outcome.code != 0:
            sys.exit(f"{path} at {boards} boards: {outcome.error.decode('utf8', 'replace')}")
        answer = json.loads(outcome.output)
        seconds.append(answer['seconds'])
    return answer, statistics.median(seconds)


def programme(instance: dict, boards: int, out) -> None:
    """The exact mixed integer programme in CPLEX LP form: per offer and price a binary and a number of multiples, per supplier a binary."""
    fees = {supplier['id']: supplier for supplier in instance['suppliers']}
    most_offers = instance.get('maximumOffersPerLine', 2)
    goal, rows, bounds, whole, binary = [], [], [], [], []
    values: dict[str, list[str]] = {}
    for l, line in enumerate(instance['lines']):
        demand = line['quantityPerBoard'] * boards
        cover, count = [], []
        for o, offer in enumerate(line['offers']):
            multiple, supplier = offer['orderMultiple'], offer['supplier']
            prices, own = sorted(offer['priceBreaks'], key=lambda one: one['quantity']), []
            for k, price in enumerate(prices):
                least = max(price['quantity'], offer['minimumOrderQuantity'], 1)
                low = -(-least // multiple)
                end = min(prices[k + 1]['quantity'] - 1 if k + 1 < len(prices) else offer['stock'], offer['stock'])
                unit = exact(price['unitPrice'])
                # More than the demand is bought only to reach a minimum order value.
                minimum = exact(fees[supplier]['minimumOrderValue'])
                enough = max(demand, math.ceil(minimum / unit) if unit > 0 else 0)
                high = min(end // multiple, max(low, -(-enough // multiple)))
                if low > high:
                    continue
                z, n, each = f'z{l}_{o}_{k}', f'n{l}_{o}_{k}', float(unit * multiple)
                goal.append(f'{each:.10g} {n}')
                cover.append(f'{multiple} {n}')
                own.append(z)
                count.append(z)
                values.setdefault(supplier, []).append(f'{each:.10g} {n}')
                rows.append(f'{n} - {low} {z} >= 0')
                rows.append(f'{n} - {high} {z} <= 0')
                rows.append(f'{z} - y{supplier} <= 0')
                bounds.append(f'0 <= {n} <= {high}')
                whole.append(n)
                binary.append(z)
            if len(own) > 1:
                rows.append(f"{' + '.join(own)} <= 1")
        rows.append(f"{' + '.join(cover)} >= {demand}")
        rows.append(f"{' + '.join(count)} <= {most_offers}")
    for supplier in sorted(values):
        goal.append(f"{fees[supplier]['fixedFee']} y{supplier}")
        binary.append(f'y{supplier}')
        if fees[supplier]['minimumOrderValue']:
            rows.append(f"{' + '.join(values[supplier])} - {fees[supplier]['minimumOrderValue']} y{supplier} >= 0")
    out.write('Minimize\n obj: ' + '\n + '.join(goal) + '\nSubject To\n')
    out.writelines(f' c{i}: ' + row.replace(' + ', '\n + ') + '\n' for i, row in enumerate(rows))
    out.write('Bounds\n' + '\n'.join(f' {one}' for one in bounds) + '\nGenerals\n' + '\n'.join(f' {one}' for one in whole) + '\nBinaries\n' + '\n'.join(f' {one}' for one in binary) + '\nEnd\n')


def peer(instance: dict, boards: int, seconds: float) -> dict | None:
    """What CBC finds: cost (None when nothing), bound and seconds of wall time; None where CBC is not installed."""
    if shutil.which('cbc') is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'instance.lp')
        with open(path, 'w', encoding='ascii') as file:
            programme(instance, boards, file)
        outcome = run(['cbc', path, '-seconds', str(seconds), '-ratio', '0', '-allow', '0', '-timeMode', 'elapsed', '-solve', '-quit'])
    text = outcome.output.decode('utf8', 'replace')
    found = re.search(r'Objective value:\s+([-\d.e+]+)', text)
    bound = re.search(r'Lower bound:\s+([-\d.e+]+)', text)
    optimal = 'Result - Optimal solution found' in text
    cost = float(found[1]) if found and float(found[1]) < 1e40 and 'No feasible solution' not in text else None
    return {'cost': cost, 'bound': cost if optimal else float(bound[1]) if bound else None, 'seconds': outcome.seconds, 'proven': optimal}


def figure(value: float | None, form: str = '{:,.4f}') -> str:
    return '' if value is None else form.format(value)


HEADING = ['instance', 'boards', 'cost', 'gap to its bound', 'solved in (s)', 'CBC cost', 'CBC bound', 'CBC (s)', 'CBC costs more by']


def compared(name: str, instance: dict, path: str, boards: int, runs: int, seconds: float, faults: list[str]) -> tuple[list[str], dict]:
    answer, median = solved(path, boards, runs)
    _, wrong = checked(instance, boards, answer)
    faults.extend(f'{name} at {boards} boards: {one}' for one in wrong)
    other = peer(instance, boards, seconds) if seconds > 0 else None
    gap = (answer['cost'] - answer['lowerBound']) / answer['cost'] if answer['cost'] else 0.0
    row = [name, str(boards), figure(answer['cost']), '0' if gap == 0 else f'{gap:.1e}', f'{median:.3f}']
    if other is None:
        row += ['', '', '', '']
    elif other['cost'] is None:
        row += ['none found', figure(other['bound']), f"{other['seconds']:.1f}", '']
    else:
        more = other['cost'] / answer['cost'] - 1
        row += [figure(other['cost']), figure(other['bound']), f"{other['seconds']:.1f}", '0' if abs(more) < 5e-8 else f'{more:.1e}']
        if more < -1e-7:
            faults.append(f"{name} at {boards} boards: CBC found {other['cost']}, cheaper than {answer['cost']}")
        if other['proven'] and answer['lowerBound'] > other['cost'] * (1 + 1e-7):
            faults.append(f"{name} at {boards} boards: the bound {answer['lowerBound']} lies above CBC's proven {other['cost']}")
    print(' | '.join(row), flush=True)
    return row, {'gap': gap, 'seconds': median, 'peer': other, 'cost': answer['cost']}


def given(folder: str, runs: int, seconds: float, faults: list[str]) -> str:
    rows, figures = [HEADING], []
    with open(os.path.join(folder, 'optimum.tsv'), encoding='utf8') as file:
        optima = [line.split('\t') for line in file.read().strip().split('\n')[1:]]
    for name, boards, optimum in optima:
        path = os.path.join(folder, name)
        with open(path, encoding='utf8') as file:
            instance = json.load(file)
        row, one = compared(name, instance, path, int(boards), runs, seconds, faults)
        rows.append(row)
        figures.append(one)
        if abs(one['cost'] / float(optimum) - 1) > RELATIVE:
            faults.append(f"{name} at {boards} boards: {one['cost']} is not the optimum {optimum}")
    times, others = [one['seconds'] for one in figures], [one['peer']['seconds'] for one in figures if one['peer']]
    text = f"All {len(figures)} at the given optimum" + (' with equal bound' if all(one['gap'] == 0 for one in figures) else '') + f': median {statistics.median(times) * 1000:.0f} ms, longest {max(times) * 1000:.0f} ms'
    text += f'; CBC: median {statistics.median(others):.1f} s, longest {max(others):.1f} s.' if others else '.'
    return text + '\n\n' + table(rows)


def families(names: list[str], runs: int, seconds: float, faults: list[str]) -> str:
    texts = []
    for name in names:
        family, rows, figures = FAMILIES[name], [HEADING], []
        for seed in family.seeds:
            instance = generated(family, seed)
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, f'{name}-{seed}.json')
                with open(path, 'w', encoding='utf8') as file:
                    json.dump(instance, file)
                for boards in family.boards:
                    row, one = compared(f'{name}-{seed}', instance, path, boards, runs, seconds, faults)
                    rows.append(row)
                    figures.append(one)
        times = [one['seconds'] for one in figures]
        texts.append(f"**{name}**: {family.title}. Solved in {statistics.median(times):.3f} s in the middle, {max(times):.3f} s at most; largest gap left {max(one['gap'] for one in figures):.1e}.\n\n{table(rows)}")
    return '\n\n'.join(texts)


def self_test() -> None:
    family = Family('small', 3, 3, 3, (0, 20), (1,))
    assert generated(family, 5) == generated(family, 5) != generated(family, 6), 'a seed gives one instance'
    instance = {'suppliers': [{'id': 'A', 'fixedFee': 1.5, 'minimumOrderValue': 3}], 'lines': [{'line': 7, 'quantityPerBoard': 2, 'offers': [
        {'supplier': 'A', 'minimumOrderQuantity': 5, 'orderMultiple': 5, 'stock': 50, 'priceBreaks': [{'quantity': 5, 'unitPrice': 0.2}, {'quantity': 20, 'unitPrice': 0.1}]}]}]}

    def faults(quantity: int, price: float, cost: float, bound: float = 0.0) -> str:
        return '; '.join(checked(instance, 10, {'cost': cost, 'lowerBound': bound, 'purchases': [{'line': 7, 'offer': 0, 'quantity': quantity, 'unitPrice': price}]})[1])

    assert faults(30, 0.1, 4.5, 4.5) == ''
    assert 'not covered' in faults(15, 0.2, 4.5)
    assert 'cannot be had' in faults(33, 0.1, 4.8) and 'cannot be had' in faults(55, 0.1, 7)
    assert 'unit price' in faults(30, 0.2, 4.5)
    assert 'the cost is 4.5' in faults(30, 0.1, 4.4)
    assert 'minimum order value' in faults(20, 0.1, 3.5)
    assert 'lies above' in faults(30, 0.1, 4.5, 4.6)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'instance.json')
        with open(path, 'w', encoding='utf8') as file:
            json.dump(instance, file)
        answer, _ = solved(path, 10, 1)
        assert checked(instance, 10, answer)[1] == [] and answer['cost'] == answer['lowerBound'] == 4.5
        for seed in range(1, 9):
            small = generated(Family('small', 12, 4, 4, BINDING if seed % 2 else USUAL, ()), seed)
            with open(path, 'w', encoding='utf8') as file:
                json.dump(small, file)
            answer, _ = solved(path, 20, 1)
            _, wrong = checked(small, 20, answer)
            assert wrong == [], wrong
    print('self-test passed')


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('instances', nargs='?')
    parser.add_argument('--seconds', type=float, default=60, help='that CBC may take for each instance; 0 leaves it out')
    parser.add_argument('--family', action='append', choices=sorted(FAMILIES))
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--generate', nargs=2, metavar=('NAME', 'FILE'))
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--self-test', action='store_true')
    parser.add_argument('--write')
    options = parser.parse_args()
    if options.self_test:
        self_test()
        return 0
    if options.generate:
        with open(options.generate[1], 'w', encoding='utf8') as file:
            json.dump(generated(FAMILIES[options.generate[0]], options.seed), file)
        return 0
    if options.seconds > 0 and shutil.which('cbc') is None:
        print('without CBC: it is not installed (Debian: coinor-cbc)')
    faults: list[str] = []
    parts = []
    if options.instances:
        parts.append(given(options.instances, options.runs, options.seconds, faults))
    parts.append(families(options.family or list(FAMILIES), options.runs, options.seconds, faults))
    text = '\n\n'.join(parts)
    print(text)
    for fault in faults:
        print(f'WRONG: {fault}')
    if options.write:
        write_section(options.write, 'sourcing', f'''## Purchases at the lowest cost

Made by `bench/sourcing.py`; {machine()}:

```sh
bench/sourcing.py INSTANCES --write docs/benchmarks.md
```

Every list of purchases is checked against its instance by the script. "Solved in" is the time inside the process, without start and reading: the median of
{options.runs} processes, each solving once. CBC solves the same problem as an exact mixed integer programme in the same run, stopped after {options.seconds:.0f} s.
"CBC costs more by" is relative; the gap is (cost − bound) / cost.

{text}
''')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
