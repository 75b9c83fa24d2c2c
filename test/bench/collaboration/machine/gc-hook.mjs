// Loaded into every Node server: SIGUSR2 forces a garbage collection and writes what memory is left to BENCH_GC_FILE.<pid>.
import { writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const file = process.env.BENCH_GC_FILE
if (file) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  process.on('SIGUSR2', () => {
    collect()
    collect()
    setTimeout(() => {
      collect()
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(process.memoryUsage()))
    }, 50)
  })
}
