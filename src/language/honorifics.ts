import { baseLanguage } from './function-words.js';

/** What a word before a name says of its bearer: a form of address, an office or rank, or kinship. */
export type HonorificKind = 'title' | 'office' | 'kin';

/** A word or phrase that stands before a name. */
export interface Honorific {
  /** As printed, lower case, abbreviations without their point: `cde`, `secretary of state`. */
  readonly text: string;
  readonly kind: HonorificKind;
  /** It may be followed by several names: "Coms. Novotny and Siroky". */
  readonly plural: boolean;
  /** The sex of the bearer where the word tells it; values as in TEI `sex/@value` (ISO 5218 is not meant). */
  readonly sex?: 'F' | 'M';
}

/** Lists of one language; `|` divides phrases. Only the words that address a man or a woman alone stand under `M` and `F`. */
interface HonorificLists {
  readonly title: string;
  readonly plural: string;
  readonly office: string;
  readonly kin: string;
  readonly M: string;
  readonly F: string;
}

const lists: Readonly<Record<string, HonorificLists>> = {
  en: {
    title: `com|comrade|cde|cmde|tov|mr|mister|mrs|ms|miss|mistress|madam|madame|mme|mlle|master|sir|lord|lady|dame|dr|doctor|prof|
      professor|rev|revd|reverend|fr|father|sister|mother superior|hon|rt hon|the honourable|the honorable|esq|
      count|countess|baron|baroness|prince|princess|duke|duchess|earl|viscount|marquis|marquess|king|queen|emperor|empress|
      tsar|czar|pope|rabbi|imam|sheikh|sultan|h e|his excellency|her excellency|his majesty|her majesty|monsieur|signor|
      signora|señor|señora|herr|frau`,
    plural: `coms|comrades|cdes|messrs|messieurs|mesdames|misses|drs|profs|sirs|lords|professors|generals|marshals|ministers|ambassadors|
      senators|presidents|secretaries|doctors|the brothers|the sisters`,
    office: `president|vice president|vice-president|premier|prime minister|deputy prime minister|minister|foreign minister|
      defense minister|defence minister|minister of defense|minister of defence|minister of war|minister of foreign affairs|
      finance minister|interior minister|chancellor|vice chancellor|secretary|general secretary|first secretary|party secretary|
      secretary of state|secretary of defense|under secretary|undersecretary|assistant secretary|deputy secretary|secretary general|
      secretary-general|ambassador|consul|consul general|envoy|minister plenipotentiary|chargé|commissioner|high commissioner|
      governor|governor general|mayor|senator|congressman|congresswoman|representative|deputy|speaker|chairman|chairwoman|
      chair|director|deputy director|academician|marshal|field marshal|air marshal|general|lieutenant general|major general|
      colonel general|brigadier general|army general|brigadier|colonel|lieutenant colonel|major|captain|capt|cpt|lieutenant|lt|col|gen|
      maj|sgt|sergeant|corporal|admiral|adm|vice admiral|rear admiral|commodore|commander|cardinal|archbishop|bishop|abbot|
      dean|canon|judge|justice|chief justice|attorney general|gov|sen|rep|pres|leader|translator|editor|engineer|architect|
      citizen|colleague|inspector|superintendent|constable|professor emeritus`,
    kin: 'uncle|aunt|cousin|brother|brothers|grandfather|grandmother|nurse',
    M: `mr|mister|sir|lord|master|king|prince|duke|earl|count|baron|emperor|tsar|czar|uncle|brother|father|herr|monsieur|chairman|
      congressman|fr|signor|señor`,
    F: `mrs|ms|miss|mistress|madam|madame|mme|mlle|lady|dame|queen|princess|duchess|countess|baroness|empress|aunt|sister|frau|
      chairwoman|congresswoman|signora|señora`,
  },
  de: {
    title: `herr|herrn|hr|hrn|h|frau|fr|fräulein|frl|frln|doktor|dr|prof|professor|genosse|genossin|gen|magister|mag|lic|cand|
      cand theol|cand phil|stud|stud theol|stud phil|stud iur|dr phil|dr theol|dr med|dr iur|dr jur|dipl ing|ing|hofrat|
      geheimrat|geh rat|pastor|p|pfarrer|pf|pfr|superintendent|sup|bischof|kardinal|papst|pater|schwester|
      graf|gräfin|freiherr|frhr|freiin|baron|baronin|fürst|fürstin|prinz|prinzessin|herzog|herzogin|könig|königin|kaiser|
      kaiserin|zar|zarin|exzellenz|se exzellenz|kamerad|kollege|kollegin|koll|freund|monsieur|mr|mrs|miss|sir|lord|lady|madame`,
    plural:
      'herren|die herren|genossen|brüder|gebrüder|gebr|geschwister|frauen|professoren|doktoren|kollegen|dres|familie|fam|ehepaar|messrs|hh|dhh',
    office: `präsident|präsidentin|bundespräsident|reichspräsident|vizepräsident|kanzler|bundeskanzler|reichskanzler|minister|
      ministerpräsident|außenminister|aussenminister|finanzminister|kultusminister|staatssekretär|sekretär|generalsekretär|
      botschafter|gesandter|konsul|generalkonsul|landammann|bürgermeister|oberbürgermeister|regierungsrat|nationalrat|ständerat|
      bundesrat|grossrat|kantonsrat|stadtrat|stadtrath|landrat|landschreiber|staatsschreiber|oberrichter|richter|direktor|director|
      ingenieur|oberingenieur|general|feldmarschall|marschall|oberst|oberstleutnant|oberstlieutenant|major|hauptmann|
      leutnant|lieutenant|oberleutnant|admiral|rektor|dekan|konsistorialrat|privatdozent|assistent|inspektor|architekt|
      redaktor|redaktör|redakteur|verleger|rabbiner|abgeordneter|senator|advokat|rechtsanwalt|bankier|kommerzienrat|vorsitzender`,
    kin: 'onkel|oheim|tante|vetter|cousin|cousine|bruder|großvater|großmutter|opa|oma',
    M: `herr|herrn|hr|hrn|h|graf|freiherr|baron|fürst|prinz|herzog|könig|kaiser|zar|pater|genosse|onkel|oheim|vetter|bruder|cousin|
      großvater|opa|kollege|mr|sir|lord|monsieur`,
    F: `frau|fr|fräulein|frl|frln|gräfin|baronin|fürstin|prinzessin|herzogin|königin|kaiserin|zarin|schwester|genossin|tante|
      cousine|großmutter|oma|kollegin|mrs|miss|lady|madame`,
  },
  fr: {
    title: `m le comte|m le duc|m le marquis|m le baron|m le prince|m le vicomte|m le général|m le maréchal|m le docteur|m l'abbé|
      monsieur le comte|monsieur le duc|monsieur le marquis|monsieur le baron|lord|lady|sir|m|mr|monsieur|mme|madame|mlle|mademoiselle|me|maître|dr|docteur|pr|professeur|camarade|cam|abbé|l'abbé|père|le père|
      soeur|sœur|frère|comte|comtesse|baron|baronne|duc|duchesse|marquis|marquise|prince|princesse|
      vicomte|roi|reine|empereur|impératrice|pape|sieur|dame|feu`,
    plural: 'mm|messieurs|mmes|mesdames|mlles|camarades|frères|les frères|drs|généraux',
    office: `président|présidente|premier ministre|ministre|ministre des affaires étrangères|chancelier|secrétaire|
      secrétaire général|ambassadeur|consul|préfet|sous-préfet|maire|sénateur|député|directeur|général|maréchal|colonel|
      commandant|capitaine|lieutenant|amiral|cardinal|archevêque|évêque|chanoine|curé|juge|académicien|citoyen|citoyenne`,
    kin: 'oncle|tante|cousin|cousine',
    M: 'm|mr|monsieur|comte|baron|duc|marquis|prince|vicomte|roi|empereur|père|abbé|frère|oncle|cousin|sieur|citoyen',
    F: 'mme|madame|mlle|mademoiselle|comtesse|baronne|duchesse|marquise|princesse|reine|impératrice|soeur|sœur|tante|cousine|dame|citoyenne',
  },
  ru: {
    title: `тов|товарищ|товарища|товарищу|товарищем|т|г|гн|господин|господина|господину|господином|гжа|госпожа|госпожи|гражданин|
      гражданка|д-р|доктор|проф|профессор|профессора|акад|академик|граф|графиня|князь|княгиня|барон|св|святой|отец|о|царь|
      император|король`,
    plural: 'тт|товарищи|товарищей|товарищам|товарищами|господа|гг|граждане',
    office: `президент|президента|премьер|премьер-министр|премьер-министра|министр|министра|министром|секретарь|секретаря|посол|посла|
      послу|председатель|председателя|генерал|генерала|маршал|маршала|маршалу|полковник|полковника|майор|капитан|лейтенант|
      адмирал|адмирала|директор|директора|депутат|депутата|губернатор|канцлер`,
    kin: 'дядя|тётя|тетя|дед|бабушка|брат|сестра',
    M: 'господин|господина|господину|гн|гражданин|граф|князь|царь|король|император|дядя|дед|брат',
    F: 'госпожа|госпожи|гжа|гражданка|графиня|княгиня|тётя|тетя|бабушка|сестра',
  },
  'ru-Latn': {
    title:
      'tov|tovarishch|tovarishcha|tovarishchu|t|gospodin|gospozha|grazhdanin|akad|akademik|prof|professor|kniaz|graf',
    plural: 'tt|tovarishchi|tovarishchei|tovarishchey|tovarishcham|gospoda',
    office: 'ministr|ministra|sekretar|predsedatel|marshal|marshala|general|generala|posol|posla|polkovnik|prezident',
    kin: 'diadia|tetia',
    M: 'gospodin|grazhdanin|kniaz|graf',
    F: 'gospozha',
  },
  es: {
    title: `don|doña|d|dña|señor|sr|señora|sra|señorita|srta|conde|condesa|duque|duquesa|marqués|marquesa|barón|rey|reina|fray|padre|sor|
      doctor|dr|doctora|profesor|licenciado|lic|camarada|compañero`,
    plural: 'señores|sres|señoras|sras|hermanos',
    office:
      'presidente|ministro|embajador|general|coronel|capitán|teniente|comandante|almirante|obispo|arzobispo|cardenal|gobernador|alcalde|senador|diputado|secretario',
    kin: 'tío|tía|primo|prima',
    M: 'don|señor|sr|conde|duque|marqués|barón|rey|fray|padre|tío|primo',
    F: 'doña|dña|señora|sra|señorita|srta|condesa|duquesa|marquesa|reina|sor|tía|prima',
  },
  it: {
    title: `signor|signore|sig|signora|signorina|don|donna|conte|contessa|duca|duchessa|marchese|marchesa|barone|baronessa|principe|
      principessa|re|regina|cavaliere|cav|commendatore|comm|dottor|dottore|dott|professor|professore|prof|onorevole|on|avvocato|avv|padre|
      suor|compagno|compagna|monsignor|mons`,
    plural: 'signori|sigg|fratelli|compagni',
    office:
      'presidente|ministro|ambasciatore|generale|colonnello|capitano|tenente|maggiore|ammiraglio|vescovo|arcivescovo|cardinale|senatore|deputato|sindaco|prefetto|segretario',
    kin: 'zio|zia|cugino|cugina',
    M: 'signor|signore|sig|don|conte|duca|marchese|barone|principe|re|zio|padre',
    F: 'signora|signorina|donna|contessa|duchessa|marchesa|baronessa|principessa|regina|zia|suor|compagna',
  },
  pl: {
    title: `pan|pana|panu|panem|pani|panią|panna|panny|książę|księcia|księciu|księciem|księżna|księżnej|hrabia|hrabiego|hrabina|baron|król|króla|
      królowa|ksiądz|ks|księdza|profesor|profesora|prof|doktor|dr|towarzysz|towarzysza|towarzyszowi|tow|obywatel|ob`,
    plural: 'panowie|panów|państwo|państwa|bracia|towarzysze|tow',
    office:
      'generał|generała|generałowi|gen|prezes|prezesa|prezydent|prezydenta|minister|ministra|marszałek|marszałka|pułkownik|pułkownika|kapitan|major|biskup|biskupa|ambasador|sekretarz|premier|premiera|poseł',
    kin: 'stryj|wuj|ciotka|babcia',
    M: 'pan|pana|panu|panem|książę|hrabia|król|ksiądz|towarzysz',
    F: 'pani|panią|panna|panny|księżna|hrabina|królowa|ciotka|babcia',
  },
  hu: {
    title:
      'elvtárs|elvtársnő|úr|asszony|kisasszony|dr|doktor|prof|professzor|ifj|ifjabb|id|idősb|özv|özvegy|gróf|grófnő|báró|bárónő|herceg|hercegnő|király|királynő|szent|vitéz|gr',
    plural: 'elvtársak|urak',
    office: `elnök|miniszterelnök|miniszter|külügyminiszter|honvédelmi miniszter|titkár|főtitkár|első titkár|nagykövet|tábornok|
      altábornagy|vezérőrnagy|ezredes|alezredes|őrnagy|százados|hadnagy|főhadnagy|marsall|tengernagy|bíboros|érsek|püspök|igazgató|polgármester|képviselő`,
    kin: 'bátyám|néni|bácsi|nagybácsi',
    M: 'úr|gróf|báró|herceg|király|bácsi',
    F: 'asszony|kisasszony|elvtársnő|grófnő|bárónő|hercegnő|királynő|néni',
  },
};

/** Titles that follow the name: "Kádár elvtárs", "Tisza István gróf", "Szabó néni". */
const following: Readonly<Record<string, string>> = {
  hu: 'tábornok|miniszterelnök|miniszter|hadügyminiszter|külügyminiszter|ezredes|őrnagy|százados|püspök|érsek|gróf|elnök|titkár|elvtárs|elvtársak|elvtársnak|elvtársat|elvtársnő|úr|úrnak|urat|asszony|néni|bácsi|gróf|báró|kisasszony',
};

const tables = new Map(Object.entries(lists).map(([language, entry]) => [language, tableOf(entry)]));

/**
 * The titles, offices and kin words that stand before a name in texts of a language: its own and the English ones,
 * which translations and international papers print.
 *
 * @param language BCP 47; script subtags matter (`ru-Latn`), regions do not.
 */
export function honorifics(language: string): readonly Honorific[] {
  const own = tables.get(listName(language)) ?? [];
  return listName(language) === 'en' ? own : [...own, ...(tables.get('en') ?? [])];
}

/** Titles that stand after a name in a language, lower case. */
export function followingHonorifics(language: string): readonly string[] {
  return phrases(following[baseLanguage(language)] ?? '');
}

/**
 * The source of a regular expression (flags `iu`) for one or more titles before a name: "Cde.", "Mr.", "Genosse Prof. Dr.".
 * Its only group is non-capturing; white space after the title belongs to the match.
 */
export function honorificPattern(language: string): string {
  const words = honorifics(language)
    .filter((honorific) => honorific.kind !== 'kin')
    .map((honorific) => honorific.text)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ /g, '\\.?\\s+').replace(/-/g, '[-\\u2010\\u2011]'));
  return `(?:(?:${[...new Set(words)].join('|')})(?!\\p{L})\\.?\\s*)+`;
}

function tableOf(entry: HonorificLists): readonly Honorific[] {
  const men = new Set(phrases(entry.M));
  const women = new Set(phrases(entry.F));
  const table = (list: string, kind: HonorificKind, plural: boolean): Honorific[] =>
    phrases(list).map((text) => ({
      text,
      kind,
      plural,
      ...(men.has(text) ? { sex: 'M' } : women.has(text) ? { sex: 'F' } : {}),
    }));
  return [
    ...table(entry.title, 'title', false),
    ...table(entry.plural, 'title', true),
    ...table(entry.office, 'office', false),
    ...table(entry.kin, 'kin', false),
  ];
}

function phrases(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

function listName(language: string): string {
  return /^ru-latn/i.test(language) ? 'ru-Latn' : baseLanguage(language);
}
