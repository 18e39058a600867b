/** What people have, and what is done about it, as lists for `anyOf` and `phrase`. */
export const illnesses = [
  // The mind
  '*depression*, depressiv*, *angst, *angsten, *angstanfald*, panikanfald*, angstlidelse*, *stress, *stressen, stressramt*',
  'stresssyg*, stressbelast*, stresssymptom*, udbrændt*, *belastningsreaktion*, tilpasningsreaktion*, nervesammenbrud*',
  'adhd*, autis*, asperger*, tourette*, bipolar*, skizofren*, psykose*, psykotisk*, ocd, ptsd, spiseforstyrrelse*',
  'anoreksi*, bulimi*, ordblind*, dysleksi*, søvnløshed*, søvnproblem*, søvnbesvær*, sover dårligt',
  'psykologhjælp*, psykologsamtale*, psykologforløb*, psykoterapi*, samtaleterapi*',
  'anxiety, panic attack*, burnout, burn-out, burned out, burnt out, stressed, insomnia, dyslexi*, dyslexic, autism',
  'autistic, schizophreni*',
  // The body
  '*kræft, *kræften, kræftsyg*, kræftbehandling*, kræftforløb*, kræftdiagnose*, cancer*, *leukæmi*, tumor*, kemo',
  'kemoterapi*, strålebehandling*, diabetes, sukkersyge*, epilep*, migræne*, hovedpine*, svimmelhed*, sclerose*, sklerose*',
  'parkinson*, alzheimer*, demens*, dement, astma*, allergi*, pollenallergi*, kol, fibromyalgi*',
  'gigt, gigten, gigtplage*, leddegigt*, slidgigt*, psoriasisgigt*, urinsyregigt*, rygsøjlegigt*, børnegigt*, muskelgigt*',
  'stofskifte*, psoriasis*, endometriose*, tinnitus*, *prolaps*, hjernerystelse*, piskesmæld*, blodprop*, hjerneblødning*',
  'slagtilfælde*, hjertestop*, hjerteanfald*, hjerteflimmer*, hjertesyg*, højt blodtryk, forhøjet blodtryk',
  'lungebetændelse*, diskusbrok*, lyskebrok*, navlebrok*, mellemgulvsbrok*, senfølge*, long covid, overgangsalder*, abort, aborten, gravide, kejsersnit*, arbejdsskade*',
  'migraine*, arthritis, asthma*, allergy, allergies, concussion, dementia, diabetic, heart attack*, heart condition*',
  'high blood pressure, chronic pain, back injury, knee injury',
  // Drink and other abuse
  'alkoholis*, alkoholiker*, alkoholproblem*, alkoholmisbrug*, alkoholforbrug*, alkoholbehandling*, alkoholafhængig*',
  'stofmisbrug*, narkotikamisbrug*, misbrugsbehandling*, afvænning*, afrusning*, antabus*, ludoman*, alcoholism, alcoholic',
  // What is given, done and granted
  'diagnose*, *diagnosen, helbredsproblem*, psykiske problemer, høreapparat*, indlæggelse, indlæggelsen, mr-scan*, sovemedicin*, sovepille*',
  'nervepille*, lykkepille*, antidepressiv*, beroligende, smertestillende, morfin*, insulin*, ritalin*, fleksjob*',
  'førtidspension*, sygedagpenge*, diagnosed, chemotherapy, antidepressant*, sleeping pill*, hearing aid*',
  ...troublesOf('ryg, nakke, knæ, skulder, hofte, mave, lænde, hjerte, lunge, nyre, hånd, fod, ben, arm'),
].join(', ')

export const body =
  'ryg, ryggen, nakke, nakken, knæ, knæet, knæene, skulder, skulderen, skuldre, skuldrene, hoved, hovedet, hånd, hånden, ' +
  'hænder, hænderne, arm, armen, arme, armene, ben, benet, benene, fod, foden, fødder, fødderne, hofte, hoften, hofter, ' +
  'mave, maven, lænd, lænden, hjerte, hjertet, lunger, lungerne, blodtryk'

export const englishBody =
  'back, neck, knee, knees, shoulder, shoulders, hip, hips, head, heart, stomach, hand, hands, leg, legs'

/** 'rygproblemer', 'knæoperationen', 'hjertelidelse'. */
function troublesOf(parts: string): string[] {
  const troubles =
    'problem*, skade*, smerte*, operation*, operere*, lidelse*, sygdom*, besvær*, gener*'.split(', ')
  return parts.split(', ').flatMap((part) => troubles.map((trouble) => `${part}${trouble}`))
}
