#!/usr/bin/env bash
# Portraits of a folder at yaw 20 in a light from the left, and the same pictures made once more from their sidecars:
# repeat says of each whether it is equal to the bit.
# usage: once-more.sh PHOTOGRAPHS RESULTS [options of the models and the device]
# IC_PORTRAIT is how the command line is called here, e.g. java -cp "Fiji.app/jars/*" org.icportrait.batch.Main
set -euo pipefail

photographs=$1
results=$2
shift 2

${IC_PORTRAIT:?} generate "$photographs" --yaw 20 --light "key left" --out "$results" "$@"
${IC_PORTRAIT:?} repeat "$results"/*.json --out "$results/again" "$@"
