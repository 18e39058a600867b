import { anyOf, matches, phrase, sentencesOf, without } from './words.ts'

/**
 * Words that say whether somebody is in a union (GDPR art. 9). That a matter is discussed with the representative or
 * agreed with a union is ordinary, and says nothing of anybody.
 */
export function unionWords(text: string): string[] {
  return sentencesOf(text).flatMap((written) =>
    matches(without(written, together, breakdown), union, ...membership),
  )
}

const representative =
  'tillidsrepræsentant*, tillidsmand*, tillidsmænd*, tillidskvinde*, tillidsvalgt*, ' +
  'fællestillidsrepræsentant*, shop steward*, union rep*'

const union = anyOf(
  `${representative}, tillidshverv*, tillidspost*, fagforening*, fagforbund*, faglig organisation, a-kasse*, *strejke, strejker, strejkede, ` +
    '*strejken, strejkebryder*, strejkevarsel*, *lockout*, arbejdsnedlæggelse*, nedlagde arbejdet, faglig konflikt*, faglig voldgift, ' +
    'faglig klub, fagligt aktiv, fagligt organiseret, fagpolitisk*, tr-*, ftr-*, ' +
    'trade union*, labour union*, labor union*, union member*, union dues, union fee*, union meeting*, ' +
    'union official*, unionised, unionized, on strike, the strike, industrial action, picket line*',
)

/** Without IDA, which is what many people are called: it counts only where somebody is a member. */
const names =
  'hk, 3f, foa, dlf, bupl, dsr, djøf, dm, prosa, krifa, gl, teknisk landsforbund, dansk metal, dansk el-forbund, ' +
  'dansk sygeplejeråd, danmarks lærerforening, *lærerforening, *lærerforeningen, ' +
  'dansk socialrådgiverforening, dansk magisterforening, ' +
  'jordemoderforeningen, ergoterapeutforeningen, danske fysioterapeuter, dansk psykolog forening, ' +
  'dansk journalistforbund, yngre læger, socialpædagogerne, finansforbundet, serviceforbundet, uddannelsesforbundet, ' +
  'ingeniørforeningen, arkitektforbundet, bibliotekarforbundet, kristelig fagforening, det faglige hus'
const oneself =
  'mig, min, mit, mine, dig, din, dit, dine, ham, hans, hende, hendes, me, my, him, his, her, your'

/** 'HK-medlem', 'medlem af HK', 'organiseret i 3F', 'er FTR for lærerne', 'HK har taget min sag op', 'my union'. */
const membership = [
  anyOf(`${names}, ida`.replaceAll(/(?=,|$)/g, '-medlem*')),
  phrase('medlem, medlemskab, medlemskabet, kontingent, kontingentet', 'af, i, hos, til', `${names}, ida`),
  phrase('kasserer, formand, suppleant, bestyrelsen, kreds, kredsen, klubben, kandidat', 'af, i, for', names),
  phrase('organiseret i, betaler til, indmeldt i, udmeldt af, ind i, ud af, member of', `${names}, ida`),
  phrase(names, 'har, siger, sagde, mener, vil, kan, fører, hjælper, hjalp, has, says', '?*', '?*', oneself),
  phrase('er, som, valgt til', 'tr, ftr'),
  phrase('jeg, du, hun, han', 'er, var, har været', 'ikke organiseret, organiseret, uorganiseret'),
  phrase('my, your, his, her, our', 'union'),
]

/** 'drøftes med tillidsrepræsentanten', 'together with the shop steward'. */
const together = phrase(
  'med, inddrage, inddrager, orientere, orienterer, spørge, spørg, kontakte, kontakt, hos, fra, with, ask, to, involve',
  '?vores, min, din, den lokale, the, our, my, your',
  representative,
)

/** 'printeren strejker'. */
const breakdown = phrase(
  '*printer, *printeren, *maskine, *maskinen, *server, *serveren, *system, *systemet, *computer, *computeren, *netværket',
  'strejker',
)
