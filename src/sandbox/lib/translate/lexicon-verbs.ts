/** Forms of common verbs, one a line, written as in lexicon-phrases.ts. `.w` goes with “we”, `.p` with “we” and “they”. */
export const verbs = `
am|suis|bin|soy/estoy|是|
is|est|ist|es/está|是|
are|sont/sommes.w/êtes/es|sind/bist/seid|son/somos.w/están/eres/estás|是|
was|était|war|era/estaba|是|был
were|étaient|waren|eran/estaban|是|были
be|être|sein|ser/estar|是|быть
been|été|gewesen|sido|是|
have|ai/avons.w/ont/avez/as|habe/haben.p/hast|tengo/tenemos.w/tienen/tienes|有|
has|a|hat|tiene|有|
had|avait|hatte|tenía|有|
do|fais|mache|hago|做|делаю
does|fait|macht|hace|做|делает
make|fais|mache|hago|做
can|peux/peut/pouvons.w|kann/können.p|puedo/puede/podemos.w|能/可以|могу/может
must|dois/doit/devons.w|muss/müssen.p|debo/debe|必须
will|vais/va/allons.w|werde/wird/werden.p|voy a/va a|会
want|veux/voulons.w|will/wollen.p|quiero/queremos.w|想|хочу
wants|veut|will|quiere|想|хочет
live|vis/habite/vivons.w|lebe/wohne/leben.p/wohnen.p|vivo/vivimos.w|住|живу/живём
lives|vit/habite|lebt/wohnt|vive|住|живёт
work|travaille/travaillons.w|arbeite/arbeiten.p|trabajo/trabajamos.w|工作|работаю
works|travaille|arbeitet|trabaja|工作|работает
go|vais/allons.w|gehe/gehen.p|voy/vamos.w|去|иду
goes|va|geht|va|去|идёт
went|suis allé/est allé|ging|fui/fue|去了
come|viens|komme/kommen.p|vengo|来
comes|vient|kommt|viene|来
see|vois/voyons.w|sehe/sehen.p|veo/vemos.w|看见|вижу
sees|voit|sieht|ve|看见|видит
know|sais|weiß|sé|知道|знаю
knows|sait|weiß|sabe|知道|знает
think|pense|denke/denken.p|pienso|认为|думаю
thinks|pense|denkt|piensa|认为
say|dis|sage/sagen.p|digo|说
says|dit|sagt|dice|说
said|a dit|sagte|dijo|说|сказал
speak|parle/parlons.w|spreche/sprechen.p|hablo/hablamos.w|说|говорю
speaks|parle|spricht|habla|说|говорит
love|aime/aimons.w|liebe/lieben.p|amo/amamos.w|爱|люблю
loves|aime|liebt|ama|爱|любит
like|aime|mag/mögen.p|quiero|喜欢
likes|aime|mag|quiere|喜欢
eat|mange/mangeons.w|esse/essen.p|como/comemos.w|吃|ем
eats|mange|isst|come|吃|ест
drink|bois/buvons.w|trinke/trinken.p|bebo/bebemos.w|喝|пью
drinks|boit|trinkt|bebe|喝|пьёт
read|lis/lisons.w|lese/lesen.p|leo/leemos.w|读|читаю
reads|lit|liest|lee|读|читает
write|écris/écrivons.w|schreibe/schreiben.p|escribo/escribimos.w|写|пишу
writes|écrit|schreibt|escribe|写|пишет
buy|achète|kaufe/kaufen.p|compro/compramos.w|买
buys|achète|kauft|compra|买
learn|apprends|lerne/lernen.p|aprendo/aprendemos.w|学习|учу
learns|apprend|lernt|aprende|学习
play|joue/jouons.w|spiele/spielen.p|juego/jugamos.w|玩
plays|joue|spielt|juega|玩
sleep|dors|schlafe/schlafen.p|duermo|睡觉
sleeps|dort|schläft|duerme|睡觉
give|donne|gebe/geben.p|doy|给
gives|donne|gibt|da|给
take|prends|nehme/nehmen.p|tomo|拿
takes|prend|nimmt|toma|拿
find|trouve|finde/finden.p|encuentro|找到
finds|trouve|findet|encuentra|找到
need|ai besoin de|brauche/brauchen.p|necesito|需要
needs|a besoin de|braucht|necesita|需要
help|aide|helfe/helfen.p|ayudo|帮助
helps|aide|hilft|ayuda|帮助
translate|traduis|übersetze/übersetzen.p|traduzco|翻译
understand|comprends|verstehe/verstehen.p|entiendo|明白|понимаю
understands|comprend|versteht|entiende|明白|понимает
`
