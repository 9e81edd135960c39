/** Failures of the run itself: its time, its end, its runner. */
import type { Fault } from '../../../emulator/faults/faults.ts'
import type { ServiceName } from '../../../emulator/server/service-name.ts'
import { scene, type Variant } from '../variant.ts'

const HANG: Fault = { kind: 'black-hole' }
const slow = (when: string, service: ServiceName, call: string, inputs: Record<string, string> = {}): Variant => ({
  code: 'TIMED_OUT',
  when,
  inputs: { 'timeout-minutes': '0.1', ...inputs },
  arrange: scene((emulator) => {
    emulator.github.addRelease('v1.2.3', { draft: true })
    emulator.setFault({ service, call, ...HANG })
  }),
})
/** Makes a new Node say that it is an old one. */
const POSE = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.9.1'}})`
/** A defect that nobody expects: it takes a function away that the run needs. */
const DEFECT = `data:text/javascript,Array.prototype.toSorted=()=>{throw new TypeError('toSorted is not what it was')}`
const cancelled = (when: string, service: ServiceName, call: string, inputs: Record<string, string> = {}): Variant => ({
  code: 'CANCELLED',
  when,
  inputs,
  arrange: ({ emulator }) => {
    emulator.github.addRelease('v1.2.3', { draft: true })
    emulator.setFault({ service, call, ...HANG })
    return {
      onStart: (_, kill) => {
        const wait = setInterval(() => {
          if (emulator.calls(service, call).length === 0) return
          clearInterval(wait)
          kill('SIGTERM')
        }, 20)
        wait.unref()
      },
    }
  },
})

export const RUN: readonly Variant[] = [
  slow('KMS that does not answer', 'kms', 'SignHash'),
  slow('a token exchange that does not answer', 'exchange', 'ExchangeToken'),
  slow('GitHub that does not answer', 'github', 'GetReleaseByTag', { 'release-assets': 'true' }),
  slow('an upload that does not end', 'uploads', 'UploadAsset', { 'release-assets': 'true', 'timeout-minutes': '0.2' }),
  slow('an artifact service that does not answer', 'artifacts', 'CreateArtifact', {
    'upload-artifact': 'true',
    'timeout-minutes': '0.2',
  }),
  cancelled('while KMS is asked', 'kms', 'SignHash'),
  cancelled('while an asset is uploaded', 'uploads', 'UploadAsset', { 'release-assets': 'true' }),
  {
    code: 'OUTPUT_FAILED',
    when: 'a GITHUB_OUTPUT that is not there',
    arrange: ({ workspace }) => ({ env: { GITHUB_OUTPUT: workspace.path } }),
  },
  { code: 'UNSUPPORTED_RUNTIME', when: 'Node 20', arrange: () => ({ nodeOptions: ['--import', POSE] }) },
  {
    code: 'INTERNAL_ERROR',
    when: 'a defect',
    inputs: { sign: 'checksums' },
    arrange: () => ({ nodeOptions: ['--import', DEFECT] }),
  },
]
