const entries = (list: string) => list.split(/,\s*/)

/** Well-known names by kind, lower case. */
export const places = new Set(
  entries(
    'paris, london, berlin, new york, new york city, tokyo, beijing, shanghai, rome, madrid, vienna, geneva, zurich, moscow, cairo, delhi, new delhi, mumbai, sydney, toronto, chicago, boston, seattle, san francisco, los angeles, california, texas, washington, brooklyn, amsterdam, brussels, dublin, lisbon, oslo, stockholm, hong kong, singapore, hawaii, france, germany, england, italy, spain, china, japan, india, brazil, canada, mexico, russia, egypt, australia, kenya, nigeria, united states, united kingdom, usa, uk, europe, asia, africa, america, the hague, switzerland, sweden, norway, honolulu, 北京, 上海, 广州, 深圳, 杭州, 南京, 成都, 香港, 台北, 中国, 美国, 法国, 德国, 英国, 日本, 巴黎, 伦敦, 纽约, 东京',
  ),
)
export const organisations = new Set(
  entries(
    'google, microsoft, apple, amazon, meta, ibm, intel, nvidia, hugging face, openai, nasa, unesco, unicef, nato, who, european union, united nations, world bank, bbc, cnn, reuters, toyota, sony, samsung, siemens, tesla, wikipedia, mozilla, 腾讯, 阿里巴巴, 百度, 华为, 联合国, 清华大学, 北京大学',
  ),
)
export const givenNames = new Set(
  entries(
    'sarah, jessica, john, mary, peter, paul, anna, maria, james, robert, michael, william, david, richard, thomas, charles, daniel, matthew, emma, olivia, sophia, isabella, mia, alice, bob, carol, clara, wolfgang, omar, fatima, ahmed, wei, li, hans, pierre, marie, jean, barack, angela, albert, isaac, ada, grace, alan, george, elizabeth, jane, jack, lucy, oliver, henry, arthur, julia, laura, kevin, steve, bill, elon, tim, nikola, leonardo, amelia',
  ),
)
/** Groups of people, languages, works and the like. */
export const miscellaneous = new Set(
  entries(
    'english, french, german, chinese, japanese, spanish, italian, russian, american, british, european, indian, canadian, dutch, christmas, easter, olympics, nobel prize, world cup, transformers, python, javascript, linux, bible, covid-19, 中文, 英语, 法语, 诺贝尔奖, 春节',
  ),
)

export const titles = new Set(
  entries(
    'mr, mrs, ms, miss, dr, prof, professor, president, sir, king, queen, captain, judge, senator, doctor, uncle, aunt, chancellor, minister',
  ),
)
export const companySuffixes = new Set(
  entries(
    'inc, ltd, llc, corp, corporation, gmbh, plc, co, company, group, university, institute, bank, foundation, association, committee, ministry, airlines, college, museum, hospital, party, council, agency, academy, labs',
  ),
)
export const placeSuffixes = new Set(
  entries(
    'river, lake, mountain, mountains, island, islands, city, street, avenue, road, bay, valley, bridge, park, county, desert, sea, ocean, square, airport, station',
  ),
)
export const placePrepositions = new Set(
  entries('in, at, from, to, near, through, across, into, towards, visit, visited'),
)
export const months = new Set(
  entries(
    'january, february, march, april, may, june, july, august, september, october, november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday',
  ),
)
/** Verbs that people's names stand before. */
export const personVerbs = new Set(
  entries(
    'said, says, told, asked, thinks, lives, lived, works, worked, born, met, loves, likes, wrote, writes, married, smiled, went, called, and',
  ),
)
export const personCues = new Set(
  entries("is, am, me, named, called, by, with, i'm, and, hello, hi, dear"),
)
/** Words that start sentences with a capital and name nothing. */
export const ordinary = new Set(
  entries(
    "the, a, an, i, i'm, i've, i'll, it, it's, he, she, we, they, you, this, that, these, those, my, your, his, her, our, their, in, on, at, to, from, for, with, by, of, and, or, but, if, when, while, after, before, is, are, was, were, do, does, did, what, who, where, why, how, there, here, yes, no, not, as, so, then, please, can, could, would, will, all, some, many, most, hello, hi, dear, thanks, name, call, let, yesterday, today, tomorrow, once, since, last, next, every, each",
  ),
)
