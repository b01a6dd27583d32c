/** Texts near the border of some types, and the characters that mutations put into them. */
interface Lexicon {
  readonly types: readonly string[];
  readonly texts: readonly string[];
  readonly alphabet: string;
  /** Facets, each list one restriction of the types. */
  readonly facets: readonly (readonly (readonly [name: string, value: string])[])[];
}

/** Types and texts stand between broken bars, after which a line may end. */
type WrittenLexicon = Omit<Lexicon, 'types' | 'texts'> & { readonly types: string; readonly texts: string };

const lengths: Lexicon['facets'] = [
  [['length', '3']],
  [['minLength', ' +2 ']],
  [['maxLength', '4']],
  [
    ['minLength', '1'],
    ['maxLength', '2'],
  ],
];

const patterns: Lexicon['facets'] = [
  [['pattern', '\\S+']],
  [['pattern', '[^\\p{C}\\p{Z}]+']],
  [
    ['pattern', '[a-z].*'],
    ['pattern', '.*[0-9]'],
  ],
];

/** Limits, one restriction for each of the four facets and each text. */
const limits = (...texts: string[]): Lexicon['facets'] =>
  texts.flatMap((text) =>
    ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'].map((facet) => [[facet, text]] as const),
  );

const written: readonly WrittenLexicon[] = [
  {
    types: `string¦normalizedString¦token`,
    texts: `¦ ¦ab¦ a\tb\n¦a  b¦über 9¦😀a¦\u00a0¦a\u200b¦abc1`,
    alphabet: `a9 \t\n\r\u00a0😀é`,
    facets: [...lengths, ...patterns],
  },
  {
    types: `Name¦NCName¦NMTOKEN¦NMTOKENS¦ID¦IDREF¦IDREFS¦QName¦NOTATION`,
    texts: `x¦a:x¦b:y¦c:z¦xml:id¦:¦a:¦:a¦a:b:c¦-a¦a-1¦1a¦_.¦é¦ñ·¦x y¦ x\t y ¦¦\u2160¦李¦\u037e¦\u0300a¦a\u0300¦º¦ŉ¦
      \u0221¦😀`,
    alphabet: `ax1:-._ é\u0300·\n`,
    facets: [],
  },
  {
    types: `Name¦NCName¦NMTOKEN¦NMTOKENS¦IDREFS`,
    texts: `abc¦ab¦a b¦a b c¦abcd`,
    alphabet: `ab \t`,
    facets: [...lengths, ...patterns],
  },
  {
    types: `language`,
    texts: `en¦de-AT¦x-klingon¦abcdefgh¦abcdefghi¦en-¦-en¦en--us¦a-12345678¦a-123456789¦ en `,
    alphabet: `aZ1- _`,
    facets: [[['length', '2']]],
  },
  {
    types: `boolean`,
    texts: `true¦false¦1¦0¦TRUE¦ true ¦01¦`,
    alphabet: `true01 `,
    facets: [[['pattern', '[a-z]+']]],
  },
  {
    types: `decimal¦integer¦nonPositiveInteger¦negativeInteger¦nonNegativeInteger¦positiveInteger¦byte¦
      unsignedByte`,
    texts: `0¦-0¦+0¦00¦1¦-1¦+1¦127¦128¦-128¦-129¦255¦256¦1.0¦1.¦.5¦-.5¦.¦+¦-¦¦1e3¦0.00¦0.010¦1.50¦ 12 ¦1 2¦١¦９¦
      100¦-000128`,
    alphabet: `0129+-. e`,
    facets: [
      ...limits('0', '-1', ' 12 '),
      ...[
        ['totalDigits', '2'],
        ['fractionDigits', '1'],
        ['fractionDigits', '0'],
        ['pattern', '[+\\-]?\\d+'],
      ].map(([name = '', value = '']) => [[name, value]] as const),
    ],
  },
  {
    types: `long¦int¦short¦unsignedLong¦unsignedInt¦unsignedShort¦integer¦decimal`,
    texts: `9223372036854775807¦9223372036854775808¦-9223372036854775808¦-9223372036854775809¦2147483647¦
      2147483648¦-2147483648¦-2147483649¦32767¦32768¦-32769¦18446744073709551615¦18446744073709551616¦
      4294967295¦4294967296¦65535¦65536¦123456789012345678901234567890¦-123456789012345678901234567890`,
    alphabet: `0123456789-`,
    facets: [...limits('32766'), [['totalDigits', '19']]],
  },
  {
    types: `decimal`,
    texts: `12345678901234567890.12345678901234567890¦12345678901234567890.1234567890123456789¦
      12345678901234567890.123456789012345679¦-0.000000000000000000001`,
    alphabet: `0129.-`,
    facets: limits('12345678901234567890.1234567890123456789', '-0.00000000000000000000100'),
  },
  {
    types: `float¦double`,
    texts: `0¦-0¦1¦-1.5¦.5¦5.¦1e5¦1E-5¦1e+5¦1e¦e5¦1e5.¦INF¦-INF¦+INF¦NaN¦inf¦-NaN¦1e400¦-1e400¦1e-400¦
      3.4028236e38¦¦.¦+.e1¦0x1¦1f¦1d¦ 1 ¦16777217¦0.1`,
    alphabet: `0159+-.eE `,
    facets: limits('0', '-1.5', 'INF', 'NaN', '16777216', '1e5'),
  },
  {
    types: `date¦dateTime¦gYear¦gYearMonth`,
    texts: `2000-01-01¦1900-02-29¦2000-02-29¦2000-02-30¦2000-04-31¦2000-13-01¦2000-00-10¦2000-01-00¦0000-01-01¦
      -0001-02-29¦-0004-02-29¦-0005-02-29¦10000-01-01¦02000-01-01¦123456-12-31¦2000-01-01Z¦2000-01-01+14:00¦
      2000-01-01-14:00¦2000-01-01-13:00¦2000-01-01+14:01¦2000-01-01+13:60¦2000-01-01+1:00¦1956¦-0044¦0000¦
      -0000¦956¦19560¦1956Z¦1956-10¦1956-13¦1956-10+01:00¦1956-10-23T10:11:12¦1956-10-23T24:00:00¦
      1956-10-23T23:59:60¦1956-10-23T23:59:61¦1956-10-23T23:60:00¦1956-10-23T10:11:12.¦
      1956-10-23T10:11:12.5Z¦1956-10-23T10:11:12.1234567+02:00¦1956-10-23t10:11:12¦1956-10-23 10:11:12¦
      1956-10-23T10:11¦1956-10-23T1:11:12¦-1956-02-29¦ 1956-10-23 ¦--05-01¦1999-12-31T23:59:60.5Z¦
      1999-12-31T23:59:59.9995¦2000-01-01T13:00:00¦1999-12-31T11:00:00`,
    alphabet: `012359-:TZ+. `,
    facets: [],
  },
  {
    types: `date`,
    texts: `1956-10-23¦1956-10-22¦1956-10-24¦1956-10-23Z¦1956-10-22-12:00¦1956-10-23+13:00¦1956-10-24+14:00¦
      1956-10-24Z¦-1956-10-23¦11956-10-23`,
    alphabet: `123Z`,
    facets: limits('1956-10-23', '1956-10-23Z', '1956-10-23+10:00'),
  },
  {
    types: `gYear`,
    texts: `1956¦1957Z¦-1956¦1956+14:00¦1956-13:00¦11956¦0001¦-0001`,
    alphabet: `0159Z`,
    facets: limits('1956', '-0001Z'),
  },
  {
    types: `gYearMonth`,
    texts: `1956-10¦1956-09¦1956-11Z¦-0001-10`,
    alphabet: `0159Z`,
    facets: limits('1956-10'),
  },
  {
    types: `dateTime`,
    texts: `1956-10-23T10:11:12¦1956-10-23T10:11:12Z¦1956-10-23T10:11:12.001¦1956-10-23T10:11:12.0009¦
      1956-10-23T20:11:12+10:00¦1956-10-22T20:11:11Z¦1956-10-24T00:11:12.001Z¦1956-10-23T10:11:60¦
      1956-10-23T10:11:60.3¦1956-10-23T10:11:59.9999¦1956-10-23T10:12:00`,
    alphabet: `019Z`,
    facets: limits('1956-10-23T10:11:12', '1956-10-23T10:11:12Z', '1956-10-23T10:11:60.2'),
  },
  {
    types: `time`,
    texts: `10:11:12¦00:00:00¦24:00:00¦23:59:60¦23:59:60.25¦10:11:12.123456¦10:11:12Z¦10:11:12+05:30¦1:11:12¦
      10:11¦10:11:12.¦10:60:12¦10:11:62¦14:00:00¦00:11:12Z¦20:11:12-04:00`,
    alphabet: `0159:.Z+-`,
    facets: limits('10:11:12', '10:11:12Z', '00:00:00+14:00'),
  },
  {
    types: `gMonthDay`,
    texts: `--02-29¦--02-30¦--10-23¦--10-23Z¦--10-23+14:00¦--13-01¦--00-01¦-10-23¦--1-23¦--10-32¦--04-31¦10-23`,
    alphabet: `01239-Z+`,
    facets: limits('--10-23'),
  },
  {
    types: `gDay¦gMonth`,
    texts: `---01¦---31¦---32¦---00¦--31¦---1¦---10Z¦---10-13:00¦--01¦--12¦--13¦--00¦--05--¦--5¦--12Z¦--12+01:00`,
    alphabet: `0123-Z`,
    facets: [],
  },
  {
    types: `gDay`,
    texts: `---09¦---10¦---11Z¦---10+14:00`,
    alphabet: `01Z`,
    facets: limits('---10'),
  },
  {
    types: `duration`,
    texts: `P1Y¦P12M¦P1Y2M3DT4H5M6S¦-P1D¦P¦PT¦P1DT¦P1S¦PT1S¦PT1.5S¦PT.5S¦PT1.S¦PT.S¦P1M1Y¦p1y¦+P1Y¦P-1Y¦P1.5Y¦P0Y¦
      -P0D¦PT0.0S¦P1M¦P30D¦P31D¦P28D¦P29D¦P365D¦P366D¦P364D¦PT24H¦PT86400S¦PT86400.000S¦
      P99999999999999999999Y¦ P1D `,
    alphabet: `013PYMDTHS.-`,
    facets: limits('P1M', 'P1Y', 'P1D', 'PT0S', '-P1M', 'PT1.50S'),
  },
  {
    types: `anyURI`,
    texts: `¦#¦#a¦http://a.b/c?d#e¦a b¦ä¦a%20b¦%¦%2¦%2g¦a#b#c¦http:¦http:#a¦http://¦http:///¦http://#¦http://?¦//¦
      ///¦//a¦:a¦1:a¦a:¦a:b¦a/b:c¦é:b¦a-b:c¦a_b:c¦mailto:a@b.c¦urn:x:y¦x:?y¦x:[y]¦[y]¦a[b¦?[¦#[¦
      http://[::1]/¦http://[::1¦http://::1]/¦http://[1:2:3:4:5:6:7:8]:80/x¦http://[1:2:3:4:5:6:7:8:9]/¦
      http://[::1.2.3.4]¦http://[::1.2.3.444]¦http://u:p@[::1]:x/¦http://u@[::1]¦http://u@v@[::1]¦
      http://[g::1]¦http://[::1%eth0]/¦http://[::1]:99999999999/¦http://a:b/¦http://a:99999999999/¦
      http://a@b@c/¦http://a%zz/¦http://%41/¦http:\\\\a¦a|b¦{a}¦"<>"¦a^\`¦\u00a0¦\u2028¦😀¦ a ¦file:///etc¦
      file:/etc¦person.xml#nagy¦../a/b.xml¦javascript:alert(1)¦data:text/html,<b>¦a?b?c¦#a/b?c¦//a#b¦a//b¦http://a//b¦http://-¦https://a.b#¦HTTP://a¦#a:b¦
      #xpath1(//p[1])¦http://a b/¦a\u0085b¦a\u007fb`,
    alphabet: `a1:/?#[]@%20 é.|`,
    facets: [...lengths, ...patterns],
  },
  {
    types: `hexBinary`,
    texts: `¦0a¦0A¦0¦g0¦0a0b¦0a 0b¦ 0a ¦0a0b0c`,
    alphabet: `09afAFg `,
    facets: lengths,
  },
  {
    types: `base64Binary`,
    texts: `¦YQ==¦YR==¦YWI=¦YWJ=¦YWJj¦YWJjZA==¦Y Q = =¦ YQ==\n¦YQ=¦YQ¦=¦YQ==YQ==¦Y===¦+/+/¦-_-_¦YWJjZGVm`,
    alphabet: `AQYZ=+/ 08`,
    facets: lengths,
  },
  {
    types: `ENTITY¦ENTITIES`,
    texts: `a¦`,
    alphabet: `a`,
    facets: [],
  },
];

const between = (list: string): string[] => list.split(/¦(?:\n *)?/u);

export const lexicons: readonly Lexicon[] = written.map((each) => ({
  ...each,
  types: between(each.types),
  texts: between(each.texts),
}));
