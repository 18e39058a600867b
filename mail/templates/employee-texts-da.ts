import type { EmployeeTexts } from './employee-texts.ts'
import { definiteDa as the } from '../../domain/talk/talk-word.ts'

export const employeeTextsDa: EmployeeTexts = {
  own: {
    orientation: (w, links, talkId) => ({
      subject: `${w.round}: Sådan foregår det – du bliver indkaldt senest ${w.inviteBy}`,
      title: `${w.round} begynder snart`,
      paragraphs: [
        `Samtalerne holdes ${w.window}. ${
          w.leader === '' ? 'Din leder' : w.leader
        } indkalder dig senest ${w.inviteBy}.`,
        'På din side kan du læse om formålet, årets fokus, hvad din leder lægger vægt på, og hvordan oplysningerne om dig bliver brugt.',
        `Er du ikke indkaldt til tiden? Så tryk på »Jeg er ikke blevet indkaldt« på din side. Du behøver ikke gøre mere.`,
      ],
      facts: [
        { label: 'Din leder', value: w.leader },
        { label: 'Indkaldt senest', value: w.inviteBy },
        { label: 'Din tillidsrepræsentant (TR)', value: w.tr },
      ],
      button: { label: 'Læs orienteringen', href: links.orientation(talkId) },
      links: [{ label: 'Din side', href: links.talk(talkId) }],
    }),
    prepare: (w, links, talkId) => ({
      subject: `Forbered dig til ${the(w.talk)}${w.atTime}`,
      title: `Forbered dig til ${the(w.talk)}`,
      paragraphs: [
        `Du har ${w.talk} med ${w.other}${w.atTime}. Brug forberedelsesarket til at samle dine tanker.`,
        w.readTogether
          ? 'Arket er kun dit, til I begge er klar. Når I begge har markeret jeres ark som klare, kan I læse hinandens.'
          : 'Arket er kun dit, til du selv deler det.',
        'Markér arket som klart, når du er færdig – så sender vi ikke flere påmindelser.',
      ],
      button: { label: 'Åbn forberedelsesarket', href: links.preparation(talkId) },
      links: [
        { label: 'Vejledning', href: links.guide(talkId) },
        { label: 'Samtaleguide', href: links.conversationGuide(talkId) },
      ],
    }),
    'plan-proposed': (w, links, talkId) => ({
      subject: `${w.other} har foreslået din udviklingsplan${w.due === '' ? '' : ` – godkend senest ${w.due}`}`,
      title: 'Læs din udviklingsplan',
      paragraphs: [
        `${w.other} har foreslået en udviklingsplan efter jeres ${w.talk}.`,
        'Læs den, og godkend den – eller send den tilbage med en kommentar, hvis noget skal være anderledes.',
      ],
      button: { label: 'Læs planen', href: links.plan(talkId) },
    }),
    'plan-returned': (w, links, talkId) => ({
      subject: `${w.other} har sendt udviklingsplanen tilbage til dig`,
      title: 'Planen er sendt tilbage',
      paragraphs: [
        `${w.other} har sendt udviklingsplanen tilbage med en kommentar.`,
        'Ret planen, og foreslå den igen, når den passer jer begge.',
      ],
      button: { label: 'Se kommentaren', href: links.plan(talkId) },
    }),
    'plan-agreed': (w, links, talkId) => ({
      subject: `Du og ${w.other} er enige om udviklingsplanen`,
      title: 'I er enige om planen',
      paragraphs: [
        `Du og ${w.other} har godkendt den samme udviklingsplan. Tak for det.`,
        'Planen ligger på din side. Vi minder dig om de handlinger, du har sagt ja til, inden de skal være færdige.',
      ],
      button: { label: 'Se planen', href: links.plan(talkId) },
    }),
    'agree-plan-reminder': (w, links, talkId) => ({
      subject: `Bliv enig med ${w.other} om udviklingsplanen senest ${w.due}`,
      title: 'Udviklingsplanen skal på plads',
      paragraphs: [
        `Du og ${w.other} skal være enige om udviklingsplanen efter jeres ${w.talk} senest ${w.due}.`,
        'Du kan selv foreslå en plan, godkende den, der er foreslået, eller sende den tilbage med en kommentar.',
      ],
      button: { label: 'Åbn planen', href: links.plan(talkId) },
    }),
    'agree-plan-overdue': (w, links, talkId) => ({
      subject: `Udviklingsplanen venter på dig – fristen var ${w.due}`,
      title: 'Udviklingsplanen venter på dig',
      paragraphs: [
        `Udviklingsplanen efter din ${w.talk} med ${w.other} mangler din godkendelse. Fristen var ${w.due}.`,
        'Godkend planen, eller send den tilbage med en kommentar. Er I uenige, kan du også lukke planen uden enighed.',
      ],
      button: { label: 'Åbn planen', href: links.plan(talkId) },
    }),
    'action-reminder': (w, links, talkId) => ({
      subject: `En handling fra din udviklingsplan skal være færdig senest ${w.due}`,
      title: 'En aftalt handling nærmer sig',
      paragraphs: [
        `En af de handlinger, du har aftalt med ${w.other}, skal være færdig senest ${w.due}.`,
        'Er den allerede færdig, kan du melde det på din side.',
      ],
      button: { label: 'Se handlingen', href: links.plan(talkId) },
    }),
    'action-asked': (w, links, talkId) => ({
      subject: `Er handlingen færdig? Aftalt dato ${w.due}`,
      title: 'Er handlingen færdig?',
      paragraphs: [
        `Du har aftalt en handling med ${w.other}, som skulle være færdig senest ${w.due}.`,
        'Svar, om den er færdig, skal have en ny dato, ikke kan gennemføres eller ikke virker.',
      ],
      button: { label: 'Svar her', href: links.plan(talkId) },
    }),
    'action-told': (w, links, talkId) => ({
      subject: `${w.other} har ikke svaret om en handling med frist ${w.due}`,
      title: 'En aftalt handling mangler svar',
      paragraphs: [
        `${w.other} har ikke svaret på, om en handling, I har aftalt, er færdig. Den skulle være færdig senest ${w.due}.`,
        'Tal med hinanden om, hvordan det går. Du behøver ikke gøre mere her.',
      ],
      button: { label: 'Se handlingen', href: links.plan(talkId) },
    }),
    'action-reported': (w, links, talkId) => ({
      subject: `${w.other} har svaret på en aftalt handling`,
      title: 'En aftalt handling går ikke som tænkt',
      paragraphs: [
        `${w.other} melder, at en handling, I har aftalt, ikke kan gennemføres eller ikke virker.`,
        'Aftal eventuelt en kort statussamtale om, hvad I gør i stedet.',
      ],
      button: { label: 'Se handlingen', href: links.plan(talkId) },
    }),
    'evaluate-talk': (w, links, talkId) => ({
      subject: `Hvordan var din ${w.talk}? Svar anonymt`,
      title: `Hvordan var din ${w.talk}?`,
      paragraphs: [
        'Vi vil gerne vide, om samtalen var god for dig. Det er fire korte spørgsmål.',
        'Dit svar er anonymt: Det gemmes uden navn og samtale og kun med måneden, ikke datoen. Hverken din leder eller HR kan se, hvad netop du har svaret.',
      ],
      button: { label: 'Svar anonymt', href: links.evaluation(talkId) },
    }),
    'slots-published': (w, links, talkId) => ({
      subject: `${w.other} har lagt tider ud til ${the(w.talk)} – vælg en`,
      title: 'Vælg en tid',
      paragraphs: [
        `${w.other} har lagt tider ud til ${the(w.talk)}. Vælg den, der passer dig bedst.`,
        'Passer ingen af dem? Så sig det til din leder, som stadig skal finde en tid med dig.',
      ],
      button: { label: 'Se tiderne', href: links.talk(talkId) },
    }),
    'talk-offered': (w, links, talkId) => ({
      subject: `${w.other} tilbyder dig en samtale mere`,
      title: 'Du har fået et tilbud',
      paragraphs: [
        `${w.other} tilbyder dig en samtale mere ud over ${the(w.talk)}. Læs på din side, hvad det er for en.`,
        'Du bestemmer selv, om du siger ja eller nej, og du kan ændre dit svar senere.',
      ],
      button: { label: 'Læs om tilbuddet, og svar', href: `${links.talk(talkId)}#offers` },
    }),
    'agree-away-asked': (w, links, talkId) => ({
      subject: `${w.other} foreslår, at I springer en statussamtale over`,
      title: 'Skal I springe en statussamtale over?',
      paragraphs: [
        `${w.other} foreslår, at I springer en statussamtale over. Det sker kun, hvis du er enig.`,
        'Er du enig, så sig det på din side. Ellers skal du ikke gøre noget: Så skal samtalen stadig holdes.',
      ],
      button: { label: 'Se statussamtalerne', href: `${links.talk(talkId)}#status-talks` },
    }),
  },
  any: { title: 'Nyt om din samtale', button: 'Åbn din side' },
  noLeader: 'din leder',
  committee: 'SU eller MED-udvalget',
}
