import { body, englishBody, illnesses } from './illnesses.ts'
import { anyOf, has, matches, phrase, sentencesOf, without } from './words.ts'

/**
 * Words that say something about the health of somebody or of their family (GDPR art. 9). Those who work with the sick,
 * with children or with citizens write such words every day about their work: an illness counts only where the sentence
 * is not about work with others, or says whose it is.
 */
export function healthWords(text: string): string[] {
  return sentencesOf(text).flatMap((written) => {
    const sentence = without(written, ...otherMeaning)
    const isAboutWork = has(sentence, work)
    return [
      ...matches(sentence, sickLeave, ...ownHealth),
      ...(!isAboutWork || has(sentence, ...own) ? matches(sentence, ...illness) : []),
      ...(!isAboutWork && !has(sentence, supposed) ? matches(sentence, ...fallenIll) : []),
      ...(!isAboutWork && has(sentence, ...ofOne) ? matches(sentence, sickDays) : []),
    ]
  })
}

/** The same words with another meaning: strength, technique and figures of speech, and those one works for. */
const otherMeaning = [
  anyOf(
    'bekræft, ubekræft, afkræft, hestekræft*, stresstest*, stress-test*, stress test*, health and safety',
  ),
  phrase(
    'diagnose*, diagnosing, diagnostic*',
    '?*',
    '?*',
    '*fejl, *fejlen, fault*, error*, bug*, problem, problems',
  ),
  phrase('ondt i maven, hovedpine', 'over, ved'),
  phrase(
    'sygemeldte, syge, handicappede, gravide',
    'borger*, ledig*, patient*, elev*, unge*, medarbejdere, kolleger',
  ),
]

/** Sick leave, pregnancy and what follows from them: nearly always about one person. */
const sickLeave = anyOf(
  '*sygemeld*, sygeorlov*, sygedag, sygedage, sygedagene, *raskmeld*, langtidssyg*, sygdomsforløb*, sygdomsperiode*, ' +
    'gravid, højgravid, graviditet*, har termin, *fertilitetsbehandling*, ivf, nedsat arbejdsevne, nedsat hørelse*, nedsat syn, ' +
    'mulighedserklæring*, friattest*, varighedserklæring*, lægeerklæring*, selvmord*, paragraf 56, § 56, §56, ' +
    'spontan abort*, provokeret abort*, ufrivillig abort*, kronisk syg*, alvorligt syg*, psykisk syg*, ned med flaget, ' +
    'sick leave, sick-leave, off sick, sick note*, pregnan*, miscarriage*, maternity leave, fertility treatment, ' +
    'chronically ill, seriously ill, mentally ill, disability pension',
)

const mine =
  'min, mit, mine, din, dit, dine, sin, sit, sine, hans, hendes, vedkommendes, egen, eget, egne, my, your, his, her, own'
const kin =
  'mand, kone, kæreste, samlever, ægtefælle, mor, far, søn, sønner, datter, døtre, bror, søster, barn, børn, barnebarn, ' +
  'svigermor, svigerfar, mormor, morfar, farmor, farfar, husband, wife, partner, mother, father, son, daughter, brother, ' +
  'sister, child, children'
const somebody = 'jeg, du, hun, han, mor, far, vedkommende, medarbejderen, lederen, leder'
const is = 'er, var, blev, bliver, har været, er blevet'
const englishIs =
  'i am, i was, she is, she was, he is, he was, you are, you were, i have been, she has been, he has been'

const illness = [
  anyOf(illnesses),
  phrase('ondt, smerter, dårlig, problemer, skade, bøvl', 'i, med', '?min, mit, mine, højre, venstre', body),
  phrase('dårlig, dårligt, dårlige, brækket, brækkede, skadet, skadede', '?højre, venstre', body),
  phrase('døjer, døjede, kæmper, bøvler', 'med', mine, '?*', body),
  phrase('pain, pains, problem, problems, trouble', 'in, with', mine, '?*', englishBody),
  phrase('bad, broken, injured', englishBody),
]

/** The sentence says whose it is: 'min stress', 'har fået konstateret', 'lider af', 'min datter'. */
const own = [
  phrase(mine, '?*', `${illnesses}, ${body}`),
  phrase(mine, kin),
  phrase('vores, our', 'søn, datter, son, daughter'),
  phrase(
    'har, havde, haft, fået, får, fik, have, has, had',
    '?haft, fået, stadig',
    '?en, et, lidt, svær, meget, a, an',
    `${illnesses}, ondt, smerter`,
  ),
  phrase(somebody, '?*', is, '?*', '?i, på', illnesses),
  phrase(englishIs, '?*', illnesses),
  phrase('mister, mistede, mistet', '?et, mit, vores', 'barn, barnet'),
  anyOf(
    'går ned med, gå ned med, gik ned med, gået ned med, lider af, lide af, lidt af, ramt af, konstateret',
  ),
  anyOf('diagnosticeret, suffer* from, diagnosed with'),
]

/** What is ordinary at work becomes health where it is somebody's own: 'går til psykolog', 'min medicin'. */
const therapist = 'psykolog, psykiater, lægen, fysioterapeut, kiropraktor'
const sick =
  'syg, sygt, syge, indlagt, udskrevet, opereret, handicappet, hospitalsindlagt, svagsynet, hørehæmmet, stresset, deprimeret'
const ownHealth = [
  phrase(
    mine,
    '?*',
    '*sygdom, *sygdommen, helbred, *medicin, psykolog, psykiater, læge, *operation, handicap, *misbrug, *lidelse, ' +
      'sygefravær, illness, health, medication, doctor, therapist, surgery, disability, back pain',
  ),
  phrase('går, gå, gået, gik', '?*', 'til, hos', '?en, min', therapist),
  phrase('går, gå, gået, gik', '?*', 'i', 'terapi, behandling'),
  phrase('venter', '?et, sit, mit, vores', '?*', 'barn, tvillinger, nummer to'),
  phrase(somebody, '?*', is, '?*', '?blevet, været', sick),
  phrase(mine, kin, '?*', is, '?*', '?blevet, været', sick),
  phrase(englishIs, '?*', 'ill, sick, hospitalised, hospitalized, disabled'),
  phrase('drikker, drak, drukket', '?*', 'for meget, for tit'),
  phrase('lægen', 'siger, sagde, mener, anbefaler, har sagt'),
  phrase('efter', '?en, et, min, sin', '?lang', 'operation, operationen, indlæggelse, sygdom, sygdommen'),
  phrase('see, sees, seeing', 'a', 'psychologist, psychiatrist, therapist'),
  phrase('take, takes, taking, on', 'medication'),
  phrase('have, has, had, having, after, need, needs', '?*', '?*', 'surgery'),
  anyOf('opereres, opereret, i behandling for'),
]

/** 'Lone er syg igen' tells of one; 'når en kollega er syg' and 'patienten får medicin' of nobody. */
const fallenIll = [
  phrase(`${is}, blive, været`, '?*', 'syg'),
  phrase('skal', '?*', 'til', '?en', therapist),
  phrase(
    'til',
    '?*',
    'kontrol, undersøgelse, operation, scanning',
    'på, hos',
    '*hospital, *hospitalet, *sygehuset',
  ),
  phrase('får, fik, fået, tager, startet på', '?noget, min', 'medicin'),
  phrase(
    'melde, melder, meldte, meldt',
    '?mig, dig, sig, hende, ham',
    '?lige, ofte, tit, atter, straks',
    'syg',
  ),
  phrase('pga., pga, på grund af, grundet', '?*', 'sygdom'),
]
const supposed = anyOf('når en, når et, når nogen, hvis, if, when')

/** Days away are a figure for most who write of them, and somebody's own where the sentence has one person in it. */
const sickDays = anyOf('sygefravær, sygefraværet')
const ofOne = [
  anyOf(`${mine}, mig, dig, ham, hende`),
  phrase('jeg, du, hun, han, vedkommende', 'har, havde', '?haft', '?*', '?*', 'sygefravær, sygefraværet'),
]

/** The sentence is about those one works for, about learning, or about a whole workplace. */
const work = anyOf(
  '*borger*, *patient*, *elev, *elever, *eleverne, *elevers, *barn, *børn, *børnene, *unge, *beboer*, *pårørende*, ' +
    '*klient*, *brugere*, brugeren*, *kursist*, *forældre*, *familie*, *studerende, *kursus*, *kurser*, *uddannelse*, ' +
    '*uddannet, *oplær*, *undervis*, *kompetence*, *viden, kendskab*, *forsk*, *team, *teamet, *afdeling*, *afsnit*, ' +
    '*klinik*, *ambulatori*, *sygeplej*, *pædagog*, *behandler*, *sagsbehand*, *rådgiver*, *vejleder*, *koordinator*, ' +
    '*konsulent*, *området, *områder, *områderne, jobcent*, *loven, *lovgivning*, *reglerne, *politik*, *retningslinje*, ' +
    '*doser*, *pakke*, *projekt*, *indsats*, *kampagne*, *apv*, *trivselsmåling*, *arbejdsmiljø*, *personalemøde*, ' +
    'forebyg*, mindske*, undgå*, screening*, *statistik*, travl*, spidsbelast*, registrer*, ' +
    'patient*, pupil*, child*, citizen*, student*, course*, training, prevent*, team, teams, ward, clinic*, nurs*, ' +
    'resident*, policy, policies, avoid*, project*, research*',
)
