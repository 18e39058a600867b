import { anyOf, matches, sentencesOf } from './words.ts'

/**
 * Words that say something about somebody's own health (GDPR art. 9). Those who work with the sick, with children or with
 * citizens write such words every day about their work: an illness counts only where the sentence is not about work with
 * others, or says that it is one's own.
 */
export function healthWords(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const illnesses = matches(sentence, illness).filter((word) => !notIllness.test(word))
    const isOwn = own.test(sentence)
    return [
      ...matches(sentence, sickLeave),
      ...(illnesses.length > 0 && (isOwn || !work.test(sentence)) ? illnesses : []),
      ...matches(sentence, ownHealth),
    ]
  })
}

/** Absence for illness, pregnancy and what follows from them: nearly always about one person. */
const sickLeave = anyOf(
  '*sygemeld*, sygeorlov*, sygedag*, *raskmeld*, langtidssyg*, sygdomsforløb*, sygdomsperiode*, sygedagpenge*, ' +
    'gravid, gravide, graviditet*, venter barn, nedsat hørelse*, nedsat syn, *fertilitetsbehandling*, mulighedserklæring*, friattest*, varighedserklæring*, ' +
    'lægeerklæring*, fleksjob*, førtidspension*, selvmord*, paragraf 56, § 56, §56, ' +
    'spontan abort*, provokeret abort*, ufrivillig abort*, kronisk syg*, alvorligt syg*, psykisk syg*, ' +
    'sick leave, sick-leave, off sick, sick note*, pregnan*, miscarriage*, maternity leave, fertility treatment, ' +
    'chronically ill, seriously ill, mentally ill, disability pension',
)

const illness = anyOf(
  '*depression*, depressiv*, *angst, angsten, angstanfald*, angstlidelse*, *stress, stressen, stressramt*, stresssyg*, ' +
    'stressbelast*, stresssymptom*, stresssygemeld*, udbrændt*, *kræft, kræften, kræftsyg*, kræftbehandling*, kræftforløb*, ' +
    'kræftdiagnose*, cancer*, *leukæmi*, tumor*, kemoterapi*, adhd*, autis*, asperger*, bipolar*, skizofreni*, ptsd, ' +
    'diagnose*, diabetes, sukkersyge*, epilepsi*, migræne*, sclerose*, sklerose*, parkinson*, alzheimer*, astma*, *gigt, ' +
    '*prolaps*, hjernerystelse*, piskesmæld*, blodprop*, hjerneblødning*, hjerteanfald*, hjertesyg*, alkoholis*, ' +
    'alkoholproblem*, alkoholmisbrug*, stofmisbrug*, spiseforstyrrelse*, anoreksi*, bulimi*, ordblind, ' +
    'overgangsalder*, nervesammenbrud*, rygproblem*, rygskade*, arbejdsskade*, helbredsproblem*, kemo, skizofren, høreapparat*, sovemedicin, ' +
    'anxiety, burnout, burn-out, burned out, burnt out, stressed, migraine*, arthritis, asthma*, concussion, dyslexi*, ' +
    'autism, autistic, diabetic, epilep*, schizophreni*, alcoholism, diagnosed, back injury',
)

/** Strength is no illness. */
const notIllness = /^(?:u?bekræft|hestekræft)/iu

/** The sentence is about those one works for, about learning, or about a whole workplace. */
const work = anyOf(
  '*borger*, *patient*, *elev, *elever, *eleverne, *elevers, *barn, *børn, *børnene, *unge, *beboer*, *pårørende*, ' +
    '*klient*, *brugere*, brugeren*, *kursist*, *forældre*, *familie*, *studerende, *kursus*, *kurser*, *uddannelse*, *uddannet, ' +
    '*vejleder*, *undervis*, *forsk*, *team, *teamet, *afdeling*, *afsnit*, *klinik*, *sygeplej*, *pædagog*, *behandler*, ' +
    'forebyg*, *politik*, *retningslinje*, *pakke*, *projekt*, *indsats*, *kampagne*, *apv*, *trivselsmåling*, mindske*, ' +
    'undgå*, *viden, *arbejdsmiljø*, *personalemøde*, screening*, *statistik*, travl*, spidsbelast*, registrer*, ' +
    'patient*, pupil*, child*, citizen*, student*, course*, training, prevent*, team, teams, ward, clinic*, nurs*, resident*, ' +
    'policy, policies, avoid*, project*, research*',
)

const mine =
  '(?:min|mit|mine|din|dit|dine|sin|sit|sine|hans|hendes|vedkommendes|egen|eget|egne|my|your|his|her|own)'

/** The sentence says that it is one's own: 'min stress', 'har fået konstateret', 'lider af'. */
const own = new RegExp(
  `(?<!\\p{L})(?:${mine}(?:\\s+\\p{L}+)?\\s+${illness.source}` +
    `|lid(?:er|t|e)\\s+af|ramt\\s+af|konstateret|diagnosticeret|(?:har|havde|haft|fået|få)\\s+(?:haft\\s+|fået\\s+|en\\s+|et\\s+|lidt\\s+)*${illness.source}` +
    `|(?:gik|gået|går)\\s+ned\\s+med|jeg\\s+er\\s+(?:\\p{L}+\\s+)?${illness.source}` +
    `|suffer(?:s|ed|ing)?\\s+from|diagnosed\\s+with|(?:have|has|had)\\s+(?:an?\\s+)?${illness.source}|i\\s+am\\s+(?:\\p{L}+\\s+)?${illness.source})`,
  'iu',
)

/** What is ordinary at work becomes health where it is somebody's own: 'går til psykolog', 'min medicin'. */
const ownHealth = new RegExp(
  `(?<!\\p{L})(?:${mine}\\s+(?:\\p{L}+\\s+)?(?:sygdom|helbred|medicin|psykolog|psykiater|læge|operation|handicap|misbrug|lidelse|sygefravær|illness|health|medication|doctor|therapist|surgery|disability|back\\s+pain)\\p{L}*` +
    '|(?:går|gå|gået|gik)\\s+(?:\\p{L}+\\s+)?(?:til|hos|i)\\s+(?:en\\s+)?(?:psykolog|psykiater|lægen|terapi|behandling)(?!\\p{L})' +
    '|(?:tager|får|fik|på)\\s+(?:\\p{L}+\\s+)?(?:antidepressiv\\p{L}*|lykkepiller|smertestillende|sovepiller)' +
    '|(?:jeg|du|hun|han|vedkommende|medarbejderen|leder(?:en)?)\\s+(?:er|var|blev|bliver|har\\s+været)\\s+(?:\\p{L}+\\s+)?(?:syg|indlagt|opereret|handicappet|hospitalsindlagt)(?!\\p{L})' +
    '|(?:ondt|smerter|dårlig)\\s+i\\s+(?:ryg|nakke|knæ|skuld|hoved|hånd|arm|ben|hofte|mave|lænd)\\p{L}*' +
    '|(?:blive|bliver|blev|været)\\s+(?:alvorligt\\s+)?syg(?!\\p{L})|sygefravær\\p{L}*\\s+.*?for\\s+mig(?!\\p{L})' +
    '|(?:opereres|opereret)(?!\\p{L})|i\\s+behandling\\s+for|(?:min\\s+læge|lægen)\\s+(?:siger|sagde|mener|anbefaler)(?!\\p{L})' +
    '|efter\\s+(?:en\\s+|et\\s+|lang\\s+)*(?:operation|indlæggelse|sygdom)(?:en|sforløb)?(?!\\p{L})' +
    '|(?:i|she|he|you)\\s+(?:am|is|was|are|were|have\\s+been|has\\s+been)\\s+(?:\\p{L}+\\s+)?(?:ill|sick|hospitali[sz]ed|disabled)(?!\\p{L})' +
    '|see(?:s|ing)?\\s+a\\s+(?:psychologist|psychiatrist|therapist)|tak(?:e|es|ing)\\s+(?:antidepressants|medication)(?!\\p{L}))',
  'giu',
)
