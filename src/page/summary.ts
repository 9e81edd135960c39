import { counted } from '../base/log.ts'
import type { Outcome } from './outcome.ts'

/** The sentence over all outcomes. @param isExpected whether the key's fingerprint is the one that was expected */
export function summaryOf(
  outcomes: readonly Outcome[],
  isExpected: boolean,
): { readonly tone: 'good' | 'bad' | 'unsure'; readonly text: string } {
  const of = (state: Outcome['state']) => outcomes.filter((outcome) => outcome.state === state).length
  const [verified, refused, unproven] = [of('verified'), of('refused'), of('unproven')]
  const total = verified + refused + unproven
  const key = isExpected ? 'the key that you expect' : 'the key above'
  const whose = isExpected ? '' : ' Compare its fingerprint with one from somewhere else than the download.'
  if (total === 0) return { tone: 'unsure', text: 'There is no release file here to verify.' }
  if (refused > 0)
    return {
      tone: 'bad',
      text: `Do not use this download: ${refused} of ${counted(total, 'file')} failed.`,
    }
  if (unproven > 0)
    return {
      tone: 'unsure',
      text: `${verified} of ${counted(total, 'file')} verified by ${key}. Nothing proves the ${unproven === 1 ? 'other' : 'others'}.${whose}`,
    }
  const all = total === 1 ? 'The file is' : `All ${total} files are`
  return { tone: isExpected ? 'good' : 'unsure', text: `${all} verified by ${key}.${whose}` }
}
