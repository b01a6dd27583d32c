import { baseLanguage, isFunctionWord } from './function-words.js';
import { foldName } from './name-folding.js';

/**
 * Words that tell what a capitalised word is not: nouns, months and adjectives that are surnames as well, words
 * that make a thing's name out of a person's ("Karl Marx Street"), articles before German nouns. All lists are folded
 * when read.
 */

/** Surnames and given names that are ordinary words: alone they need evidence. */
const ordinary: Readonly<Record<string, string>> = {
  en: `will bill mark rose may june april august march art pat sue don drew frank earl grace hope faith joy dean judge major king
    prince duke baron bishop pope abbot knight page bishop butler cook baker butcher carter carpenter cooper farmer fisher fox
    gardener hunter mason miller parson potter shepherd singer smith taylor turner walker weaver wheeler young old long short
    small little large strong rich poor good best bright brown black white green grey gray blue gold golden silver rush bush wood woods
    field fields ford forest garden gardens grove hill hills house lake lane law moss moon star stone street brook brooks
    bridge church castle court cross day days night winter summer spring autumn monday friday sunday christmas easter noon north south east west
    english french german dutch welsh scott irish holland england france london york lincoln washington bath reading
    wells battle bond case chance chase child christian close crane crow dove drake duck eagle finch fish hawk
    hay heath holly ivy key lamb land light love lord marsh mercy miles mills moody moor more new noble north nurse
    park peace peel pen penny piper pitt place plumb pole pool pound power price pride quick race ray read reed reeves rice ring
    rivers road rock root ross rule sage sand savage sharp ship shore snow speed spring stack steel stock stokes storm
    swan sweet swift temple thorn town trees vale wall walls ward waters way weeks wild wise wolf words worth wright yard parker post lock
    cash coffin cole dean dick dodd fly mob note news notes order point rover saint sir miss lady mother father sister brother son daughter
    friend friends people man men woman party staff state states union council congress committee government army general secretary president
    minister chairman director board bureau office department division section ministry commission assembly parliament republic kingdom empire
    war peace treaty pact agreement declaration document letter volume chapter page series report record minutes meeting session conference
    plan revolution comrade comrades members member delegates ambassador professor doctor captain speaker chair mr mrs one two three four five
    nature life death mind spirit god heaven earth world history time times voice voices major minor marshal marshall admiral fly`,
  de: `wolf stein baum vater mutter bruder schwester berg wald feld bach konig kaiser herzog graf furst prinz winter sommer herbst
    fruhling sonntag montag freitag samstag morgen abend mittag nacht tag hahn fuchs vogel adler bar hase wagen engel teufel gott geist fromm
    klein gross groß lang kurz weiss schwarz roth rot braun grun grau blau gelb jung alt neu reich arm stark krieg frieden freund feind
    kind kinder mann frau herr leute bund land stadt dorf haus hof tor brunnen garten busch blume rose linde birnbaum kirsch korn
    brot salz zucker honig wein bier wasser feuer erde luft sonne mond stern himmel recht gluck liebe hoffnung glaube kraft
    macht ehre treue mut kunst bild buch wort brief schrift bibel satz zeile blatt seite band tisch stuhl bank kasten schrank spiegel
    fenster dach keller boden balken nagel hammer zange sage beil schwert spiess schild helm horn fell leder tuch seide faden
    kopf haar bart nase mund zahn hals arm hand finger faust fuss bein knie herz blut auge ohr jahr monat woche
    stunde zeit ende anfang mitte ecke kreis ring kette kugel loch grund grab sarg kreuz kirche kloster pfarrer bischof papst monch
    richter schreiber lehrer meister schuler bauer burger ritter knecht diener hirt jager fischer koch bader
    wache spiel tanz lied gesang klang ton schall stille ruhe sturm wind regen schnee eis frost nebel donner blitz see meer
    fluss strom ufer insel hafen schiff boot anker brucke strasse weg steg pfad gasse platz markt turm mauer burg schloss
    ernst lust freude leid not sorge angst wunsch wille rat rath hilfe dank gruss sieg held hass zorn streit kampf
    christ jude heide sachs schwabe hess bayer frank preuss osterreicher schweizer pole deutsch franke mai marz april august juni juli
    amt fall punkt lage form art weise sinn zweck ziel plan werk bau raum zimmer kammer stube saal halle bett decke licht schatten farbe gold silber eisen stahl
    holz kohle asche rauch staub sand ton kalk glas perle stoff teil stuck rest mehl butter kase milch speck wurst apfel nuss
    minister professor doktor pastor genosse kollege junge madchen onkel tante bote post sitz stand gang zug fahrt reise
    handel kauf preis wert geld pfennig thaler heller kreuzer groschen mark pfund last lohn zoll steuer zins schatz fund
    gesetz regel ordnung pflicht schuld strafe urteil mord tod leben geburt hochzeit taufe ostern pfingsten weihnacht weihnachten
    friede volk staat reich heer heimat welt natur seele leib mensch bruecke speer pfeil bogen hut rock mantel kragen schuh stiefel
    beier kant ente gans huhn hirsch lowe tiger rabe falke sperber specht fink meise amsel drossel star storch kuh ochs stier kalb lamm widder bock ziege`,
  fr: `roi duc comte marquis baron abbe pere mere frere soeur fils petit grand gros long court blanc noir brun roux vert rouge
    fleury bois mont val fontaine riviere rose lune soleil jour nuit hiver ete printemps automne mai juin juillet aout mars avril
    dimanche noel paris france lyon martin bon beau belle jeune vieux riche fort sage ange dieu christ pierre roche place rue
    champ champs pre jardin maison chateau tour pont moulin boulanger berger marchand marin soldat capitaine general president ministre`,
  hu: `nagy kis kiss fekete feher voros piros szoke zold barna kek lakatos kovacs szabo molnar halasz juhasz takacs varga meszaros
    vadasz pasztor biro kiraly herceg grof pap puspok katona kapitany huszar vajda nemet magyar olah toth horvath lengyel orosz torok
    tatar roka farkas medve nyul bika kakas sas vereb balint farkas maria majus julius augusztus nap hold ember fia uj erdo mezo hegyi volgyi`,
  ru: `иван волк медведь лев роман вера надежда любовь слава мир победа май март август красный белый черный новый старый большой малый
    король царь князь граф генерал маршал мороз гром`,
};

/** Words after a name that make it the name of a thing: a street, a treaty, a prize, a ship. */
const things: Readonly<Record<string, string>> = {
  en: `street streets avenue square road lane boulevard embankment bridge highway university college school academy institute institution hospital library
    museum prize award medal order treaty pact agreement agreements accord accords protocol protocols convention doctrine declaration plan act bill amendment
    line front division brigade regiment battalion army theatre theater opera stadium airport station tower house hall building palace
    cathedral church abbey chapel gate park gardens garden hotel factory works plant shipyard mine mines railway railroad press publishers
    publishing books foundation fund trust society club association league party committee commission council conference review
    gazette times post news herald tribune radio television archive archives papers collection company corporation bank brothers
    bros inc ltd island islands mountains mountain river lake bay cape strait straits sea ocean desert forest valley peak peninsula
    county city town village day eve constitution cross comet effect theorem law bulletin journal magazine quarterly organization organisation`,
  de: `strasse straße allee platz gasse weg ring ufer brucke universitat hochschule gymnasium schule institut preis medaille orden
    vertrag pakt abkommen protokoll denkmal museum bibliothek archiv verlag stiftung gesellschaft verein haus hotel hof theater turm kirche
    werke fabrik bahn bahnhof linie division regiment zeitung bote tag ausgabe`,
  fr: 'rue avenue boulevard place pont quai université lycée collège institut prix traité pacte accord musée bibliothèque hôtel théâtre',
  hu: 'utca út útja tér körút rakpart híd egyetem főiskola gimnázium intézet díj szerződés egyezmény múzeum könyvtár színház gyár pályaudvar',
  ru: 'улица площадь проспект университет институт премия договор пакт музей библиотека завод фабрика театр вокзал',
};

/** Words after an organisation's name that make it the name of what its members signed: "the Warsaw Pact Treaty", "NATO-Vertrag". */
const treaties: Readonly<Record<string, string>> = {
  en: 'treaty treaties agreement agreements accord accords protocol protocols',
  de: 'vertrag vertrags vertrages vertrage abkommen abkommens protokoll protokolls statut statuts',
  fr: 'traité accord protocole',
  hu: 'szerződés szerződése szerződést szerződésben egyezmény egyezményt',
  ru: 'договор договора договору соглашение соглашения протокол протокола',
};

/** Words before a name that make it the name of a thing: "rue Voltaire", "улица Ленина", "Fort Ross", "USS Maddox". */
const thingsBefore: Readonly<Record<string, string>> = {
  en: 'st saint fort mount mt lake cape port point camp uss hms ss rue via piazza place plaza rio san santa',
  de: 'st sankt saint schiff dampfer kap fort villa hotel gasthof café kloster universität schloss haus verlag firma ss sms',
  fr: 'st ste saint sainte rue place avenue boulevard quai pont lycée collège hôtel musée fort mont lac cap port',
  ru: 'улица улице улицы площадь площади проспект проспекте завод завода имени им город города г театр',
  hu: '',
};

/** Articles, possessives and pronouns before a noun. A person's name without title mostly stands without them. */
const determiners: Readonly<Record<string, string>> = {
  en: 'the a an this that these those my our your his her its their every each no some any',
  de: `der die das des dem den ein eine eines einem einen einer mein meine meinen meinem meiner meines dein deine deinen deinem
    deiner deines sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres
    euer eure euren eurem eurer kein keine keinen keinem keiner dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem
    welcher welche welches zum zur im am beim vom ins ans aller alle allem allen viel viele vielen manche manchen einige einigen beide beiden
    wenig mehr kein zwei drei vier fünf`,
};

/** Pronouns that letters print with a capital, folded. */
const politePronouns = new Set(
  `вы вас вам вами ваш ваша ваше ваши вашего вашей вашему вашу вашим вашею вашими ваших ты тебя тебе тобой твой твоя
    sie ihnen ihr ihre ihren ihrem ihrer ihres dich dir dein deine deinen deinem deiner euch
    ön önnek önt önök önöknek usted ustedes`
    .split(/\s+/)
    .map(foldName),
);

/** True for a pronoun of address, which has a capital without being a name: "Вам", "Ihnen". */
export function isPolitePronoun(folded: string): boolean {
  return politePronouns.has(folded);
}

const conjunctions = new Set(
  [
    'and',
    'und',
    'u',
    'et',
    'és',
    's',
    'и',
    'i',
    'y',
    'e',
    'a',
    'or',
    'oder',
    'sowie',
    'bzw',
    'beziehungsweise',
    'valamint',
    'meg',
  ].map(foldName),
);

const sets = {
  ordinary: setsOf(ordinary),
  things: setsOf(things),
  thingsBefore: setsOf(thingsBefore),
  treaties: setsOf(treaties),
  determiners: setsOf(determiners),
};

/** True where a folded word is an ordinary word of the language beside being a name, or a function word. */
export function isOrdinaryWord(folded: string, language: string): boolean {
  return has('ordinary', folded, language) || isFunctionWord(folded, language);
}

/** True where a folded word after a name makes it the name of a thing: street, university, treaty. English words count everywhere. */
export function isThingWord(folded: string, language: string): boolean {
  return has('things', folded, language) || has('things', folded, 'en');
}

/** True where a folded word after an organisation's name makes it the name of a treaty. English words count everywhere. */
export function isTreatyWord(folded: string, language: string): boolean {
  return has('treaties', folded, language) || has('treaties', folded, 'en');
}

/** True where a folded word before a name makes it the name of a thing: rue, Fort, улица. */
export function isThingWordBefore(folded: string, language: string): boolean {
  return has('thingsBefore', folded, language);
}

/** True where a folded word is an article or the like before a noun. */
export function isDeterminer(folded: string, language: string): boolean {
  return has('determiners', folded, language);
}

/** True for "and" in the languages that documents print names in. */
export function isConjunction(folded: string): boolean {
  return conjunctions.has(folded);
}

/** True for languages that write every noun with a capital: a capital proves nothing there. */
export function capitalisesNouns(language: string): boolean {
  return ['de', 'lb'].includes(baseLanguage(language));
}

function has(list: keyof typeof sets, folded: string, language: string): boolean {
  return sets[list].get(baseLanguage(language))?.has(folded) ?? false;
}

function setsOf(lists: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(lists).map(([language, list]) => [language, new Set(foldName(list).trim().split(/\s+/))] as const),
  );
}
