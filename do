#!/usr/bin/env bash
# One entry for everything: ./do run | test | bench | format | check | hearth …   Each may be run again at any time; what is missing is installed.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false
config=${HEARTH_CONFIGURATION:-Release}

say() { printf '%s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null 2>&1 || { say "Hearth needs $2. Install it and run this again."; exit 2; }; }

# Debian's packages, only those that are missing.
packages() {
  local missing=()
  for pair in "$@"; do [ -e "${pair#*=}" ] || compgen -G "${pair#*=}" >/dev/null || missing+=("${pair%%=*}"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Installing: ${missing[*]}"
  local as=(); [ "$(id -u)" -eq 0 ] || as=(sudo)
  "${as[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${as[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# Builds the command line (and with it the web) when a source is newer than what was built.
build() {
  need dotnet "the .NET 10 SDK"; need npm "Node.js 20 or later with npm"
  local out=src/Cli/bin/$config/net10.0/hearth.dll
  if [ ! -e "$out" ] || [ -n "$(find src libraries Directory.*.props Directory.*.targets global.json -type f -newer "$out" -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/wwwroot/built/*' -print -quit)" ]; then
    say "Building Hearth…"
    dotnet build src/Cli -c "$config" -v q -nologo -clp:ErrorsOnly -p:RunAnalyzers=false >&2
    touch "$out"
  fi
}
hearth() { dotnet "$root/src/Cli/bin/$config/net10.0/hearth.dll" "$@"; }

# A PostgreSQL of our own for the tests: new, on a free loopback port, gone at the end.
pg_start() {
  packages "postgresql=/usr/lib/postgresql/*/bin/initdb" "pspp=/usr/bin/pspp-convert" "poppler-utils=/usr/bin/pdftoppm"
  pgbin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
  pgdir=$(mktemp -d)
  as_pg=(); if [ "$(id -u)" -eq 0 ]; then chown postgres "$pgdir"; as_pg=(runuser -u postgres --); fi
  (cd / && "${as_pg[@]}" "$pgbin/initdb" -D "$pgdir/data" -U hearth -A trust -E UTF8 --locale=C.UTF-8 >/dev/null)
  local port
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if (cd / && "${as_pg[@]}" "$pgbin/pg_ctl" -D "$pgdir/data" -w -l "$pgdir/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 ${PG_EXTRA:-}" start >/dev/null 2>&1); then
      export HEARTH_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=hearth"
      return 0
    fi
  done
  say "PostgreSQL did not start:"; cat "$pgdir/log" >&2; return 1
}
pg_stop() {
  [ -n "${pgdir:-}" ] || return 0
  (cd / && "${as_pg[@]}" "$pgbin/pg_ctl" -D "$pgdir/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$pgdir"
}

case "${1:-help}" in
  run)
    shift
    build
    database=${HEARTH_DEMO_DATABASE:-$root/data/demo.db}
    if [[ "$database" != *=* && ! -e "$database" ]]; then
      # told aside first, so that a demo cut off half way leaves nothing behind
      rm -f "$database".new*
      hearth demo --database "$database.new"
      mv "$database.new" "$database"
    else
      hearth demo --database "$database" --if-empty
    fi
    address=${HEARTH_URL:-http://127.0.0.1:5080}
    exec dotnet "$root/src/Cli/bin/$config/net10.0/hearth.dll" serve --demo --database "$database" --urls "$address" "$@"
    ;;
  hearth) shift; build; exec dotnet "$root/src/Cli/bin/$config/net10.0/hearth.dll" "$@" ;;
  test)
    shift
    need dotnet "the .NET 10 SDK"; need npm "Node.js 20 or later with npm"
    packages "chromium=/usr/bin/chromium" "fonts-liberation=/usr/share/fonts/truetype/liberation*" "postgresql=/usr/lib/postgresql/*/bin/initdb" "pspp=/usr/bin/pspp-convert" "poppler-utils=/usr/bin/pdftoppm"
    trap pg_stop EXIT
    pg_start
    say "PostgreSQL runs; building…"
    dotnet build Hearth.slnx -c "$config" -v q -nologo -clp:ErrorsOnly >&2
    mkdir -p artifacts
    log=artifacts/test.log; : >"$log"
    passed=0; failed=0; red=()
    for project in tests/*/*.Tests.csproj; do
      name=$(basename "$project" .Tests.csproj)
      [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
      out=$(mktemp); code=0
      dotnet test "$project" -c "$config" --no-build --nologo --logger "console;verbosity=minimal" --blame-hang-timeout 10m 2>&1 | tee -a "$log" >"$out" || code=$?
      line=$(grep -E 'Failed: +[0-9]+, Passed: +[0-9]+' "$out" | tail -1 || true)
      p=$(sed -nE 's/.*Passed: +([0-9]+).*/\1/p' <<<"$line"); f=$(sed -nE 's/.*Failed: +([0-9]+).*/\1/p' <<<"$line")
      s=$(sed -nE 's/.*Skipped: +([0-9]+).*/\1/p' <<<"$line")
      p=${p:-0}; f=${f:-0}; s=${s:-0}
      # a run that broke off, found nothing or passed something over has failed, whatever it counted
      if [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
      if [ "$p" -eq 0 ] && [ "$f" -eq 0 ]; then f=1; fi
      f=$((f + s))
      passed=$((passed + p)); failed=$((failed + f))
      printf '%-14s %5d passed %3d failed\n' "$name" "$p" "$f"
      if [ "$f" -gt 0 ]; then red+=("$name"); grep -vE '^\s*$' "$out" | tail -120; fi
      rm -f "$out"
    done
    [ ${#red[@]} -eq 0 ] || echo "Red: ${red[*]}"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
    ;;
  bench)
    shift
    build
    trap pg_stop EXIT
    pg_start
    dotnet run --project bench -c Release -- "$@"
    ;;
  format) dotnet tool restore >/dev/null && dotnet csharpier format . ;;
  check) dotnet tool restore >/dev/null && dotnet csharpier check . ;;
  *)
    cat <<'H'
./do run      build, load the demo landlord, serve it, say how to sign in
./do test     install what the tests need, run all of them (or: ./do test People Surveys)
./do bench    measure, beside the peer or the limit
./do format   format the sources        ./do check   say what is not formatted
./do hearth … the command line: serve, migrate, demo, import, export, backup, restore, check;
              for analysts: sample-size, draw, weigh, estimate, representativeness, tsm
H
    ;;
esac
