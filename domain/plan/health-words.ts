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
    const isOwn = has(sentence, ...own)
    return [
      ...matches(sentence, absence, ...ownHealth),
      ...(isOwn || !isAboutWork ? matches(sentence, illness) : []),
      ...(isAboutWork || has(sentence, supposed) ? [] : matches(sentence, ...fallenIll)),
      ...(!isAboutWork && has(sentence, ofOne) ? matches(sentence, sickDays) : []),
    ]
  })
}

/** Absence for illness, pregnancy and what follows from them: nearly always about one person. */
const absence = anyOf(
  '*sygemeld*, sygeorlov*, sygedag, sygedage, sygedagene, *raskmeld*, langtidssyg*, sygdomsforløb*, sygdomsperiode*, ' +
    'gravid, højgravid, graviditet*, venter barn, venter et barn, venter tvillinger, har termin, *fertilitetsbehandling*, ' +
    'nedsat hørelse*, nedsat syn, mulighedserklæring*, friattest*, varighedserklæring*, lægeerklæring*, ' +
    'selvmord*, paragraf 56, § 56, §56, spontan abort*, provokeret abort*, ufrivillig abort*, kronisk syg*, ' +
    'alvorligt syg*, psykisk syg*, ned med flaget, ' +
    'sick leave, sick-leave, off sick, sick note*, pregnan*, miscarriage*, maternity leave, fertility treatment, ' +
    'chronically ill, seriously ill, mentally ill, disability pension',
)

const bodyParts = 'ryg, nakke, knæ, skulder, hofte, mave, lænde, hjerte, lunge, nyre, hånd, fod, ben, arm'
const troubles = 'problem*, skade*, smerte*, operation*, operere*, lidelse*, sygdom*, besvær*, gener*'
const bodyTroubles = bodyParts
  .split(', ')
  .flatMap((part) => troubles.split(', ').map((trouble) => `${part}${trouble}`))
  .join(', ')

const illnesses =
  '*depression*, depressiv*, *angst, angsten, *angstanfald*, panikanfald*, angstlidelse*, *stress, stressen, stressramt*, ' +
  'stresssyg*, stressbelast*, stresssymptom*, udbrændt*, *belastningsreaktion*, tilpasningsreaktion*, nervesammenbrud*, ' +
  '*kræft, kræften, kræftsyg*, kræftbehandling*, kræftforløb*, kræftdiagnose*, cancer*, *leukæmi*, tumor*, kemo, ' +
  'kemoterapi*, strålebehandling*, adhd*, autis*, asperger*, tourette*, bipolar*, skizofren*, psykose*, psykotisk*, ' +
  'ocd, ptsd, diagnose*, *diagnosen, diabetes, sukkersyge*, epilep*, migræne*, hovedpine*, svimmelhed*, ' +
  'sclerose*, sklerose*, parkinson*, alzheimer*, demens*, dement, astma*, allergi*, pollenallergi*, kol, *gigt, gigten, ' +
  'fibromyalgi*, stofskifte*, psoriasis*, endometriose*, tinnitus*, *prolaps*, hjernerystelse*, piskesmæld*, blodprop*, ' +
  'hjerneblødning*, hjerteanfald*, hjerteflimmer*, hjertesyg*, højt blodtryk, forhøjet blodtryk, lungebetændelse*, ' +
  '*brok, senfølge*, long covid, overgangsalder*, abort, aborten, gravide, kejsersnit*, alkoholis*, alkoholiker*, ' +
  'alkoholproblem*, alkoholmisbrug*, alkoholforbrug*, alkoholbehandling*, alkoholafhængig*, stofmisbrug*, narkotikamisbrug*, ' +
  'misbrugsbehandling*, afvænning*, afrusning*, antabus*, ludoman*, spiseforstyrrelse*, anoreksi*, bulimi*, ordblind*, ' +
  'dysleksi*, arbejdsskade*, helbredsproblem*, høreapparat*, sovemedicin*, sovepille*, nervepille*, ' +
  'lykkepille*, antidepressiv*, smertestillende, morfin*, insulin*, ritalin*, søvnløshed*, søvnproblem*, søvnbesvær*, ' +
  'sover dårligt, mr-scan*, psykologhjælp*, psykologsamtale*, psykologforløb*, psykoterapi*, samtaleterapi*, ' +
  'fleksjob*, førtidspension*, sygedagpenge*, ' +
  `${bodyTroubles}, ` +
  'anxiety, panic attack*, burnout, burn-out, burned out, burnt out, stressed, migraine*, arthritis, asthma*, ' +
  'allergy, allergies, concussion, dyslexi*, dyslexic, dementia, autism, autistic, diabetic, schizophreni*, alcoholism, ' +
  'alcoholic, diagnosed, chemotherapy, heart attack*, heart condition*, high blood pressure, chronic pain, ' +
  'back injury, knee injury, antidepressant*, sleeping pill*, insomnia, hearing aid*'
const illness = anyOf(illnesses)

/** The same words with another meaning: strength, technique and figures of speech. */
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
]

/** The sentence is about those one works for, about learning, or about a whole workplace. */
const work = anyOf(
  '*borger*, *patient*, *elev, *elever, *eleverne, *elevers, *barn, *børn, *børnene, *unge, *beboer*, *pårørende*, ' +
    '*klient*, *brugere*, brugeren*, *kursist*, *forældre*, *familie*, *studerende, *kursus*, *kurser*, *uddannelse*, ' +
    '*uddannet, *oplær*, *kompetence*, *doser*, *koordinator*, *konsulent*, *vejleder*, *undervis*, *forsk*, *team, *teamet, *afdeling*, *afsnit*, *klinik*, *ambulatori*, *sygeplej*, ' +
    '*pædagog*, *behandler*, *sagsbehand*, *rådgiver*, *området, *områder, *områderne, *loven, *lovgivning*, jobcent*, ' +
    'forebyg*, *politik*, *retningslinje*, *pakke*, *projekt*, *indsats*, *kampagne*, *apv*, *trivselsmåling*, mindske*, ' +
    'undgå*, *viden, *arbejdsmiljø*, *personalemøde*, screening*, *statistik*, travl*, spidsbelast*, registrer*, ' +
    'patient*, pupil*, child*, citizen*, student*, course*, training, prevent*, team, teams, ward, clinic*, nurs*, ' +
    'resident*, policy, policies, avoid*, project*, research*',
)

const mine =
  'min, mit, mine, din, dit, dine, sin, sit, sine, hans, hendes, vedkommendes, egen, eget, egne, my, your, his, her, own'
const kin =
  'mand, kone, kæreste, samlever, ægtefælle, mor, far, søn, datter, sønner, døtre, bror, søster, barn, børn, barnebarn, børnebarn, ' +
  'svigermor, svigerfar, mormor, morfar, farmor, farfar, husband, wife, partner, mother, father, son, daughter, brother, sister, ' +
  'child, children, parents'
const ones = `${mine}, vores, our`
const somebody = 'jeg, du, hun, han, mor, far, vedkommende, medarbejderen, lederen, leder'
const is = 'er, var, blev, bliver, har været, er blevet'
const englishIs =
  'i am, i was, she is, she was, he is, he was, you are, you were, i have been, she has been, he has been'

/** The sentence says whose it is: 'min stress', 'har fået konstateret', 'lider af', 'min datter'. */
const own = [
  phrase(mine, '?*', illnesses),
  phrase(ones, kin),
  phrase(
    'har, havde, haft, fået, får, fik, have, has, had',
    '?haft, fået, stadig',
    '?en, et, lidt, svær, meget, a, an',
    illnesses,
  ),
  phrase(somebody, '?*', is, '?*', '?i, på', illnesses),
  phrase(englishIs, '?*', illnesses),
  phrase('går, gå, gik, gået', 'ned med'),
  phrase('mister, mistede, mistet', '?et, mit, vores', 'barn, barnet'),
  anyOf('lider af, lide af, lidt af, ramt af, konstateret, diagnosticeret, suffer* from, diagnosed with'),
]

/** What is ordinary at work becomes health where it is somebody's own: 'går til psykolog', 'min medicin'. */
const body =
  'ryg, ryggen, nakke, nakken, knæ, knæet, knæene, skulder, skulderen, skuldre, skuldrene, hoved, hovedet, hånd, hånden, ' +
  'hænder, hænderne, arm, armen, arme, armene, ben, benet, benene, fod, foden, fødder, fødderne, hofte, hoften, hofter, ' +
  'mave, maven, lænd, lænden, hjerte, hjertet, lunger, lungerne'
const englishBody =
  'back, neck, knee, knees, shoulder, shoulders, hip, hips, head, heart, stomach, hand, hands, leg, legs'
const sick =
  'syg, sygt, syge, indlagt, opereret, handicappet, hospitalsindlagt, svagsynet, hørehæmmet, stresset, deprimeret, alkoholiker'
const ownHealth = [
  phrase(
    mine,
    '?*',
    '*sygdom, *sygdommen, helbred, *medicin, psykolog, psykiater, læge, *operation, handicap, *misbrug, *lidelse, ' +
      'sygefravær, illness, health, medication, doctor, therapist, surgery, disability, back pain',
  ),
  phrase(
    'går, gå, gået, gik',
    '?*',
    'til, hos',
    '?en, min',
    'psykolog, psykiater, lægen, fysioterapeut, kiropraktor',
  ),
  phrase('går, gå, gået, gik', '?*', 'i', 'terapi, behandling'),
  phrase('ondt, smerter, dårlig, problemer, skade, bøvl', 'i, med', '?min, mit, mine, højre, venstre', body),
  phrase('dårlig, dårligt, dårlige, brækket, brækkede, skadet, skadede', '?højre, venstre', body),
  phrase('pain, pains, problem, problems, trouble', 'in, with', mine, '?*', englishBody),
  phrase('bad, broken, injured', englishBody),
  phrase(somebody, '?*', is, '?*', sick),
  phrase(ones, kin, '?*', is, '?*', sick),
  phrase(englishIs, '?*', 'ill, sick, hospitalised, hospitalized, disabled'),
  phrase('drikker, drak, drukket', '?*', 'for meget, for tit'),
  phrase('lægen', 'siger, sagde, mener, anbefaler, har sagt'),
  phrase(
    'efter',
    '?en, et, min, sin',
    '?lang',
    'operation, operationen, indlæggelse, indlæggelsen, sygdom, sygdommen',
  ),
  phrase('see, sees, seeing', 'a', 'psychologist, psychiatrist, therapist'),
  phrase('take, takes, taking, on', 'medication'),
  phrase('have, has, had, having, after, need, needs', '?*', '?*', 'surgery'),
  anyOf('opereres, opereret, i behandling for'),
]

/** 'Lone er syg igen' tells of one; 'når en kollega er syg' of nobody. */
const fallenIll = [
  phrase(`${is}, blive, været`, '?*', 'syg'),
  phrase('skal', '?*', 'til', '?en', 'lægen, psykolog, psykiater, fysioterapeut, kiropraktor'),
]
const supposed = anyOf('når, hvis, if, when')

/** Days away are a figure for most who write of them, and somebody's own where the sentence has one person in it. */
const sickDays = anyOf('sygefravær, sygefraværet')
const ofOne = anyOf(`${mine}, mig, dig, ham, hende`)
