/** Words that hold a sentence together, written as in lexicon-phrases.ts. An empty cell: the language says nothing. */
export const grammar = `
the|le/la.f/les.p/l'|der/die.f/das.n/die.p/den/dem|el/la.f/los.p/las.fp||
a/an|un/une.f/des.p|ein/eine.f/ein.n/einen/einem/einer|un/una.f/unos.p/unas.fp|一个/一本/一只|
this|ce/cette.f/ces.p/cet/ceci|dieser/diese.f/dieses.n/diese.p|este/esta.f/estos.p/esto|这/这个|это
that|ce/cela/ça|das|eso/ese/esa.f|那/那个|что
these|ces|diese|estos|这些
those|ces|jene|esos|那些
I|je/j'|ich|yo|我|я
you|tu/vous|du/Sie|tú/usted|你/您|ты/вы
he|il|er|él|他|он
she|elle|sie|ella|她|она
it|il/c'|es||它|оно
we|nous|wir|nosotros|我们|мы
they|ils/elles|sie|ellos|他们|они
me|moi/me/m'|mich/mir|mí|我|меня/мне
him|lui|ihn/ihm|lo|他|его
us|nous|uns|nos|我们|нас
them|eux/leur|ihnen|ellos|他们|их
my|mon/ma.f/mes.p|mein/meine.f/mein.n/meine.p/meinen/meinem|mi/mis.p|我的|мой/моя.f
your|ton/ta.f/tes.p/votre/vos|dein/deine.f/deine.p/Ihr/Ihre|tu/tus.p|你的|твой
his|son/sa.f/ses.p|sein/seine.f/seine.p|su/sus.p|他的|его
her|son/sa.f/ses.p|ihr/ihre.f/ihre.p|su/sus.p|她的|её
its|son/sa.f/ses.p|sein/seine.f/seine.p|su/sus.p|它的|его
our|notre/nos.p|unser/unsere.f/unsere.p|nuestro/nuestra.f/nuestros.p|我们的|наш
their|leur/leurs.p|ihr/ihre.f/ihre.p|su/sus.p|他们的|их
|ne/n'||||
and|et|und|y/e|和|и
or|ou|oder|o|或|или
but|mais|aber|pero|但是|но
because|parce que|weil|porque|因为|потому что
if|si|wenn|si|如果|если
when|quand|wann/als|cuando/cuándo|什么时候|когда
where|où|wo|dónde/donde|哪里|где
who|qui|wer|quién/quien|谁|кто
what|que/quoi|was|qué|什么|что
why|pourquoi|warum|por qué|为什么|почему
how|comment|wie|cómo|怎么|как
which|quel|welcher|cuál|哪个|который
in|dans/en|in/im|en|在|в
on|sur|auf|sobre|在|на
at|à|an/am/bei|en|在
to|à/au|zu/zum/nach|a/al|到|к
of|de/du/d'|von|de/del|的|
from|de|von/vom/aus|de|来自|из/от
for|pour|für|para/por|为了|для
with|avec|mit|con|跟/和|с
without|sans|ohne|sin|没有|без
by|par|durch|por|由
about|sur|über|sobre|关于|о
before|avant|vor|antes de|之前|до
after|après|nach|después de|之后|после
between|entre|zwischen|entre|之间|между
under|sous|unter|bajo|下面|под
not/n't|pas|nicht|no|不|не
no|non|nein|no|不|нет
yes|oui|ja|sí|是的|да
please|s'il vous plaît|bitte|por favor|请|пожалуйста
hello/hi|bonjour/salut|hallo|hola|你好|привет/здравствуйте
goodbye|au revoir|auf Wiedersehen|adiós|再见|до свидания
so|si|so|tan|那么|так
very|très|sehr|muy|很/非常|очень
too|trop|zu|demasiado|太
also|aussi|auch|también|也|тоже
only|seulement|nur|solo|只|только
always|toujours|immer|siempre|总是|всегда
never|jamais|nie|nunca|从不|никогда
often|souvent|oft|a menudo|经常|часто
again|encore|wieder|otra vez|再|снова
already|déjà|schon|ya|已经|уже
still|encore|noch|todavía|还|ещё
now|maintenant|jetzt|ahora|现在|сейчас
then|puis/alors|dann|entonces|然后|потом
here|ici|hier|aquí|这里|здесь
there|là|dort|allí|那里|там
today|aujourd'hui|heute|hoy|今天|сегодня
tomorrow|demain|morgen|mañana|明天|завтра
yesterday|hier|gestern|ayer|昨天|вчера
soon|bientôt|bald|pronto|很快|скоро
much|beaucoup|viel|mucho|多|много
many|beaucoup de|viele|muchos|很多|много
some|quelques|einige|algunos|一些
all|tout/tous/toute.f|alle|todo/todos.p|所有|все
every|chaque|jeder/jede.f/jedes.n|cada|每个|каждый
more|plus|mehr|más|更多|больше
less|moins|weniger|menos|更少|меньше
than|que|als|que|比
as|comme|als/wie|como|如
well|bien|gut|bien|好|хорошо
one|un/une.f|eins|uno|一|один
two|deux|zwei|dos|两/二|два
three|trois|drei|tres|三|три
four|quatre|vier|cuatro|四|четыре
five|cinq|fünf|cinco|五|пять
six|six|sechs|seis|六|шесть
seven|sept|sieben|siete|七|семь
eight|huit|acht|ocho|八|восемь
nine|neuf|neun|nueve|九|девять
ten|dix|zehn|diez|十|десять
hundred|cent|hundert|cien|百|сто
thousand|mille|tausend|mil|千|тысяча
first|premier/première.f|erste|primero/primera.f|第一|первый
last|dernier/dernière.f|letzte|último/última.f|最后|последний
`
