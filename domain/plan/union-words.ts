import { anyOf, matches, sentencesOf } from './words.ts'

/**
 * Words that say whether somebody is in a union (GDPR art. 9). That a matter is discussed with the representative is
 * ordinary, and says nothing of anybody else.
 */
export function unionWords(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const found = [...matches(sentence, union), ...matches(sentence, membership)]
    const representatives = matches(sentence.replace(together, ' '), representative)
    return [...found, ...representatives]
  })
}

const union = anyOf(
  'fagforening*, fagforbund*, *faglig organisation, a-kasse*, *strejke, strejker, strejkede, strejken, fagligt aktiv, ' +
    'trade union*, labour union*, labor union*, union member*, union dues, union rep*, on strike',
)

const representative = anyOf(
  'tillidsrepræsentant*, tillidsmand*, tillidsmænd*, tillidskvinde*, tillidsvalgt*, fællestillidsrepræsentant*, ' +
    'shop steward*',
)

const names =
  'hk|3f|foa|dlf|bupl|dsr|djøf|dm|ida|prosa|krifa|teknisk\\s+landsforbund|(?:danmarks\\s+)?lærerforening(?:en)?|socialpædagogerne'

/** 'medlem af HK', 'organiseret i 3F', 'er FTR for lærerne'. */
const membership = new RegExp(
  `(?<!\\p{L})(?:(?:medlem(?:skab)?\\s+(?:af|i|hos)|organiseret\\s+i|kontingent(?:et)?\\s+til|(?:ind|ud)meldt\\s+(?:i|af)` +
    `|meld(?:e|er|te|t)\\s+(?:sig\\s+|mig\\s+|dig\\s+)?(?:ind\\s+i|ud\\s+af)|member\\s+of)\\s+(?:${names})` +
    '|(?:er|som|valgt\\s+til)\\s+f?tr(?:\\s+for|\\s+på|\\s+i)?)(?!\\p{L})',
  'iu',
)

/** 'drøftes med tillidsrepræsentanten', 'together with the shop steward'. */
const together = new RegExp(
  '(?<!\\p{L})(?:med|inddrage|inddrager|orientere|orienterer|spørge|spørg|kontakte|kontakt|hos|fra|with|ask|to|involve)' +
    `\\s+(?:vores\\s+|den\\s+lokale\\s+|the\\s+|our\\s+)?${representative.source}`,
  'giu',
)
