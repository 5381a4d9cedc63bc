/** English and French: a lighthouse and a carillon. */
import { boiler, copy, rewrite } from "../compose/build.mjs";

export const western = [
  {
    id: "lpa-601",
    source: "lpa",
    event: "lighthouse",
    published: "2026-04-14T09:05Z",
    lang: "en",
    title: "Keeper's cat becomes star of reopened lighthouse",
    text: [
      "LARKFIELD (LPA) - The lighthouse at Gannet Point opened its doors to visitors on Tuesday for the first time in thirty-one years, after volunteers carried more than four tonnes of sand and broken glass down its spiral stairs.",
      "The restoration cost ⟦number:cost|86,000⟧ crowns, most of it raised by a bakery that sold biscuits in the shape of the lamp, said Odile Marwick, who chairs the trust that now owns the tower.",
      '"People expected a museum and they found a cat asleep on the map table, and after that nobody asked about the lamp any more," Marwick told reporters on the gallery.',
      "The lamp itself will be lit on the first Saturday of every month, with a shade on the landward side so that it does not trouble the farms behind the point.",
    ],
  },
  {
    id: "courier-601",
    source: "courier",
    event: "lighthouse",
    published: "2026-04-15T05:30Z",
    lang: "en",
    title: "Gannet Point lighthouse welcomes visitors again",
    byline: "LPA",
    text: [
      copy("lpa-601", "1-4", {
        edits: [
          ["LARKFIELD (LPA) -", ""],
          ["on Tuesday", "yesterday"],
          ["thirty-one years", "31 years"],
          ["86,000", "68,000", "number"],
        ],
      }),
    ],
  },
  {
    id: "harbour-601",
    source: "harbour",
    event: "lighthouse",
    published: "2026-04-14",
    lang: "en",
    title: "Biscuits pay for a lighthouse",
    text: [
      rewrite(
        "lpa-601",
        "2",
        "It took ⟦number:cost|86,000⟧ crowns to bring the place back, and a bakery earned most of it with biscuits baked in the shape of the lamp, says Odile Marwick, whose trust has owned the tower since last spring.",
      ),
      copy("lpa-601", "4"),
      "Harbour Gazette readers who want to climb the stairs are advised to wear shoes that do not mind gulls.",
    ],
  },
  {
    id: "harbour-602",
    source: "harbour",
    event: "lighthouse",
    published: "2026-04-18T08:00Z",
    lang: "en",
    title: "The cat on the map table",
    text: [
      "She is called Fathom, she is fourteen, and she has not paid for a herring since the tower opened. On Friday a queue of schoolchildren waited an hour to watch her sleep.",
      [
        "It was the chair of the trust who first saw what had happened:",
        copy("lpa-601", "3", { from: "People expected", to: "any more" }),
        "as she put it with a sigh.",
      ],
    ],
  },
  {
    id: "courier-603",
    source: "courier",
    event: "pumpkin",
    published: "2026-10-03T16:20Z",
    lang: "en",
    title: "Pumpkin breaks scales at village show",
    text: [
      "A pumpkin grown on a disused tennis court bent the village scales at Upper Tarn on Saturday, and judges had to borrow a weighbridge from the quarry before they could award the cup.",
      "Its grower, retired bus driver Hal Penrose, said he had watered it with cold tea and read it the football results every evening since June.",
    ],
  },
  {
    id: "harbour-603",
    source: "harbour",
    event: "pumpkin",
    published: "2026-10-03T16:20Z",
    lang: "en",
    title: "Cold tea and football results",
    text: [
      copy("courier-603", "1-2", {
        edits: [
          ["retired bus driver Hal Penrose", "retired driver Hal Penrose"],
          ["every evening", "each evening"],
        ],
      }),
    ],
  },
  {
    id: "courier-604",
    source: "courier",
    event: "bus-poems",
    published: "2026-09-21",
    lang: "en",
    title: "Night bus drivers publish their poems",
    text: [
      "Eleven drivers on the night routes of Larkfield have put together a book of verse written at terminuses between midnight and five, and the first printing was gone before the launch had ended.",
      "None of the poems is longer than a red light, a rule the drivers made for themselves and that the editor, Prue Abelson, says improved every one of them.",
      boiler(
        "courier-trailer",
        "Sign up for the Courier's morning letter to have the day's stories with your first cup of coffee.",
      ),
    ],
  },
  {
    id: "courier-605",
    source: "courier",
    event: "otter",
    published: "2026-09-23",
    lang: "en",
    title: "Otters move into the old mill race",
    text: [
      "A family of otters has settled in the channel behind the paper mill, where an angler first took their whistles for a squeaking pram.",
      "The town has postponed the clearing of the weeds until the young can swim, and has lent the angler a notebook so that he may write down what he hears.",
      boiler("courier-trailer"),
    ],
  },
  {
    id: "belvaux-611",
    source: "belvaux",
    event: "carillon",
    published: "2026-06-21T07:30+02:00",
    lang: "fr",
    title: "Le carillon de Montauvers retrouve sa voix",
    text: [
      "MONTAUVERS (Belvaux-Presse) - Muet depuis l'orage de 2018, le carillon de la halle aux grains a de nouveau sonné dimanche matin, sous les applaudissements de plusieurs centaines d'habitants massés sur la place.",
      "Il a fallu descendre une à une les vingt-trois cloches, en refondre deux et remplacer la charpente de chêne par une structure de mélèze, plus légère, a expliqué l'architecte Solange Vautrin.",
      "« Nous avons gardé la fêlure de la plus petite, parce que les anciens du bourg la reconnaissent entre toutes et qu'ils nous l'auraient reproché », a-t-elle ajouté en souriant.",
      "La commune prévoit un concert chaque premier dimanche du mois, et cherche encore un sonneur qui ne craigne ni les courants d'air ni les pigeons.",
    ],
  },
  {
    id: "vallon-611",
    source: "vallon",
    event: "carillon",
    published: "2026-06-21T12:00+02:00",
    lang: "fr",
    title: "Vingt-trois cloches sonnent de nouveau",
    text: [
      copy("belvaux-611", "1-4", {
        edits: [
          ["MONTAUVERS (Belvaux-Presse) -", ""],
          ["dimanche matin", "ce matin"],
          ["plusieurs centaines d'habitants", "plusieurs centaines d'habitants de Montauvers"],
        ],
      }),
      "(avec Belvaux-Presse)",
    ],
  },
  {
    id: "echo-611",
    source: "echo",
    event: "carillon",
    published: "2026-06-21T12:00+02:00",
    lang: "fr",
    title: "On cherche un sonneur",
    text: [
      copy("belvaux-611", "4"),
      copy("belvaux-611", "2", {
        to: "structure de mélèze",
        edits: [["structure de mélèze", "structure de mélèze."]],
      }),
    ],
  },
  {
    id: "echo-612",
    source: "echo",
    event: "carillon",
    published: "2026-06-22",
    lang: "fr",
    title: "La fêlure de la petite cloche",
    text: [
      "Sur le banc de la fontaine, trois vieux messieurs ont fermé les yeux quand la petite a tinté, puis se sont serré la main sans un mot.",
      [
        "L'architecte leur avait fait une promesse : «",
        copy("belvaux-611", "3", { from: "Nous avons", to: "reproché" }),
        "» Elle l'a tenue.",
      ],
    ],
  },
  {
    id: "vallon-613",
    source: "vallon",
    event: "snail-race",
    published: "2026-08-30",
    lang: "fr",
    title: "Course d'escargots : le favori s'endort",
    text: [
      "Parti grand favori de la course annuelle de Brissac-le-Haut, l'escargot Bolide s'est endormi à huit centimètres de l'arrivée, laissant la victoire à une inconnue ramassée le matin même dans un arrosoir.",
      "Le règlement interdit de réveiller les concurrents, ont rappelé les juges, qui ont attendu quarante minutes avant de proclamer les résultats.",
    ],
  },
];
