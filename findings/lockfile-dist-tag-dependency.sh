#!/usr/bin/env bash
# One would expect: with a committed package-lock.json, `npm ci` installs what the lock lists, whatever is published later.
# What happens: a package that depends on a tag instead of a range (here `jschardet: latest` of the SARIF formatter for
#   ESLint) makes `npm ci` compare the lock with what the tag names today. As soon as the dependency has a new release,
#   `npm ci` refuses the lock, which nobody has changed, as out of sync and installs nothing. An entry of `overrides`
#   with the locked version makes the same lock valid again.
# Why it matters: whoever uploads findings to code scanning with this formatter has checks that stop on the day of a
#   release of a package that they have never heard of.
# Seen: @microsoft/eslint-formatter-sarif 3.1.0, a lock of 2025-06-01 with jschardet 3.1.4, latest jschardet 4.1.0,
#   npm 11.19.1, Node 20.20.2: the lines under `recorded`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)
formatter='"dependencies": { "@microsoft/eslint-formatter-sarif": "3.1.0" }'
ci() {
  if npm ci "${quiet[@]}" > npm.log 2>&1; then
    echo installs
  else
    grep -oE "can only install|Invalid: lock file's jschardet" npm.log
  fi
}

echo "{ \"private\": true, $formatter }" > package.json
npm install --package-lock-only --before=2025-06-01 "${quiet[@]}" > npm.log
locked=$(node -p 'require("./package-lock.json").packages["node_modules/jschardet"].version')
plain=$(ci | sort -u | paste -sd,)
installed=$([ -d node_modules/jschardet ] && echo yes || echo no)

echo "{ \"private\": true, $formatter, \"overrides\": { \"jschardet\": \"$locked\" } }" > package.json
overridden=$(ci | paste -sd,)

seen="locked: $locked
npm ci: $plain
installed: $installed
npm ci with an override: $overridden"
recorded="locked: 3.1.4
npm ci: Invalid: lock file's jschardet,can only install
installed: no
npm ci with an override: installs"

echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "CHANGED: what npm ci says of a lock whose dependency is a tag is not as recorded" >&2
  exit 1
fi
echo "as recorded"
