#!/usr/bin/env python3
"""The server under load: every list and detail page at a steady rate, with years of business in the database.

  bench/portal.py [--requests 10000] [--lines 1000000] [--rate 50] [--seconds 60] [--database postgres://…] [--keep DIR] [--write docs/benchmarks.md]

Seeds a data folder (once per --keep), starts `turnkey serve` on it, measures how long after its start the first page comes, then asks for pages as
customers and manufacturers in turn. Requests are sent when they are due, whether or not earlier ones are answered, so that waiting counts. Prints the times per page
(median, 95th, 99th percentile, longest) and exits with 1 when a page's 95th percentile is over 100 ms, the first page over 2 s, or anything failed.
Sends only to this machine.
"""
import argparse, collections, http.client, os, pathlib, re, shutil, signal, subprocess, sys, tempfile, threading, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
LIMIT, FIRST = 0.100, 2.0


def seed(folder, args):
    """Tokens of companies, by what they are."""
    tokens = folder / "tokens"
    if not tokens.exists():
        program = ["dotnet", "run", "-c", "Release", "--project", str(ROOT / "bench/Turnkey.Benchmarks"), "--", "portal-seed", str(folder / "data"), str(args.requests), str(args.lines)]
        begin = time.monotonic()
        out = subprocess.run(program + ([args.database] if args.database else []), check=True, capture_output=True, text=True).stdout
        tokens.write_text(out)
        print(f"seeded in {time.monotonic() - begin:.0f} s", file=sys.stderr)
    return [line.split() for line in tokens.read_text().splitlines() if line.startswith("tk_")]


def serve(folder, args):
    """The process, its address, and seconds from its start to the first page."""
    log = open(folder / "log", "w+")
    begin = time.monotonic()
    command = [str(ROOT / "turnkey"), "serve", "--data", str(folder / "data"), "--listen", "http://127.0.0.1:0", "--workers", "0"]
    environment = dict(os.environ, **({"TURNKEY_DATABASE": args.database} if args.database else {}))
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    while time.monotonic() - begin < 60:
        found = re.search(r"Turnkey listens on http://([^/\s]+)", (folder / "log").read_text())
        if found:
            page = http.client.HTTPConnection(found[1])
            page.request("GET", "/sign-in")
            page.getresponse().read()
            return process, found[1], time.monotonic() - begin
        time.sleep(0.01)
    sys.exit("the server did not start: " + (folder / "log").read_text())


def get(connection, path, token):
    connection.request("GET", path, headers={"Authorization": "Bearer " + token})
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8", "replace")


def pages(address, tokens):
    """(name, path, token) for every list and every detail page, of every company."""
    lists = ["/", "/rfqs", "/offers", "/orders", "/notices", "/audit", "/organisation", "/api/v1/rfqs", "/api/v1/offers", "/api/v1/orders"]
    connection = http.client.HTTPConnection(address)
    asked = []
    for token, _ in tokens:
        asked += [(path, path, token) for path in lists]
        for kind in ("rfqs", "offers", "orders"):
            status, page = get(connection, f"/{kind}", token)
            if status != 200: sys.exit(f"/{kind} answered {status}")
            for one in sorted(set(re.findall(rf'href="/{kind}/([0-9a-f-]{{36}})"', page)))[:8]:
                asked.append((f"/{kind}/…", f"/{kind}/{one}", token))
                asked += [(f"/api/v1/{kind}/…", f"/api/v1/{kind}/{one}", token)]
                if kind == "rfqs":
                    _, detail = get(connection, f"/rfqs/{one}", token)
                    asked += [("/packages/…", f"/packages/{found}", token) for found in set(re.findall(r'href="/packages/([0-9a-f-]{36})"', detail))]
    # In an order that mixes companies and pages, the same in every run.
    return [one for i in range(97) for one in asked[i::97]]


def load(address, asked, rate, seconds):
    """Seconds from when each request was due to its whole answer, by page; and what failed."""
    times, wrong, lock = collections.defaultdict(list), [], threading.Lock()
    begin, count = time.monotonic() + 0.2, int(rate * seconds)
    following = iter(range(count))

    def worker():
        connection = http.client.HTTPConnection(address, timeout=30)
        while True:
            with lock: i = next(following, None)
            if i is None: return
            due = begin + i / rate
            time.sleep(max(0, due - time.monotonic()))
            name, path, token = asked[i % len(asked)]
            try:
                status, _ = get(connection, path, token)
            except OSError as fault:
                status, connection = str(fault), http.client.HTTPConnection(address, timeout=30)
            with lock:
                times[name].append(time.monotonic() - due)
                if status != 200: wrong.append(f"{path}: {status}")

    workers = [threading.Thread(target=worker) for _ in range(64)]
    for one in workers: one.start()
    for one in workers: one.join()
    return times, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--database")
    parser.add_argument("--keep")
    parser.add_argument("--write")
    args = parser.parse_args()
    subprocess.run([str(ROOT / "turnkey"), "--version"], check=True, capture_output=True)
    folder = pathlib.Path(args.keep or tempfile.mkdtemp(prefix="turnkey-load-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        tokens = seed(folder, args)
        process, address, first = serve(folder, args)
        try:
            asked = pages(address, tokens)
            load(address, asked, args.rate, min(10, args.seconds))
            times, wrong = load(address, asked, args.rate, args.seconds)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
    finally:
        if not args.keep: shutil.rmtree(folder, ignore_errors=True)

    def at(values, share): return sorted(values)[min(len(values) - 1, int(share * len(values)))] * 1000
    rows = [(name, len(values), at(values, 0.5), at(values, 0.95), at(values, 0.99), max(values) * 1000) for name, values in sorted(times.items())]
    every = [value for values in times.values() for value in values]
    rows.append(("all", len(every), at(every, 0.5), at(every, 0.95), at(every, 0.99), max(every) * 1000))
    text = [f"{args.requests:,} requests, {args.lines:,} lines of parts, {'PostgreSQL' if args.database else 'SQLite'}, {args.rate:g} pages a second for {args.seconds:g} s; first page {first:.2f} s after the start; {len(wrong)} failed", "",
            "| page | asked | median ms | 95 % ms | 99 % ms | longest ms |", "|---|---|---|---|---|---|"]
    text += [f"| `{name}` | {count:,} | {a:.0f} | {b:.0f} | {c:.0f} | {d:.0f} |" for name, count, a, b, c, d in rows]
    print("\n".join(text))
    for line in wrong[:10]: print("failed: " + line)
    if args.write:
        import report
        head = [f"## The server under load, {'PostgreSQL' if args.database else 'SQLite'}", "", f"{report.machine()} `bench/portal.py {'--database …' if args.database else ''}`", ""]
        report.write_section(args.write, "portal-postgres" if args.database else "portal", "\n".join(head + text))
    sys.exit(1 if wrong or first > FIRST or any(row[3] > LIMIT * 1000 for row in rows) else 0)


if __name__ == "__main__":
    main()
