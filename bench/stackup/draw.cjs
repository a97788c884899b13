// Parses a package's files and draws all of its layers, top and bottom, with tracespace's pcb-stackup: again and again in one process, files in memory.
// usage: NODE_PATH=… node draw.cjs ROOT LIST SECONDS    prints JSON as `Turnkey.Benchmarks stackup` does
'use strict'
const fs = require('fs')
const path = require('path')
const pcbStackup = require('pcb-stackup')

const warmUpRuns = 40, longestWarmUp = 4 // as WarmTiming.cs
const [root, list, given] = process.argv.slice(2)
const limit = Number(given) * 1000
const files = fs.readFileSync(list, 'utf8').split('\n').filter(Boolean).sort()
  .map(name => ({ filename: path.basename(name), content: fs.readFileSync(path.join(root, name), 'latin1') }))

// A new set of layers each time: a layer that has been drawn keeps its converter.
const draw = () => new Promise((resolve, reject) =>
  pcbStackup(files.map(({ filename, content }) => ({ filename, gerber: content })), (error, stackup) => error ? reject(error) : resolve(stackup)))

async function main() {
  const warm = performance.now()
  const spent = () => performance.now() - warm
  for (let i = 0; spent() < limit || (i < warmUpRuns && spent() < longestWarmUp * limit); i++) await draw()
  const times = []
  let stackup
  for (const all = performance.now(); times.length < 5 || performance.now() - all < limit;) {
    const one = performance.now()
    stackup = await draw()
    times.push((performance.now() - one) / 1000)
  }
  times.sort((a, b) => a - b)
  const middle = times.length >> 1
  const median = times.length % 2 ? times[middle] : (times[middle - 1] + times[middle]) / 2
  const characters = stackup.top.svg.length + stackup.bottom.svg.length
  console.log(JSON.stringify({ medianSeconds: median, leastSeconds: times[0], runs: times.length, files: files.length, layers: stackup.layers.length, characters }))
}

main().catch(error => {
  console.error(error.message)
  process.exit(1)
})
