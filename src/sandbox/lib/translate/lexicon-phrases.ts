/**
 * One meaning a line: English | French | German | Spanish | Chinese | Russian. Forms are parted by `/`: all are
 * understood, the first one is said. A form's tag tells when it is said: `.f`, `.n` by the gender and `.p` by the
 * number of the noun it goes with; a noun's own first form carries its gender, `.m`, `.f` or `.n`.
 */
export const phrases = `
my name is|je m'appelle/mon nom est|mein Name ist/ich heiße|me llamo/mi nombre es|我叫/我的名字是|меня зовут
what is your name|comment t'appelles-tu/comment vous appelez-vous|wie heißt du/wie heißen Sie|cómo te llamas|你叫什么名字|как тебя зовут
how are you|comment vas-tu/comment allez-vous|wie geht es dir/wie geht es Ihnen|cómo estás|你好吗|как дела
good morning|bonjour|guten Morgen|buenos días|早上好|доброе утро
good evening|bonsoir|guten Abend|buenas tardes|晚上好|добрый вечер
good night|bonne nuit|gute Nacht|buenas noches|晚安|спокойной ночи
good day|bonne journée|guten Tag|buen día|你好|добрый день
thank you very much|merci beaucoup|vielen Dank|muchas gracias|非常感谢|большое спасибо
thank you/thanks|merci|danke|gracias|谢谢|спасибо
you are welcome|de rien|gern geschehen|de nada|不客气|не за что
excuse me|excusez-moi|entschuldigung|perdón|对不起|извините
I am sorry|je suis désolé|es tut mir leid|lo siento|对不起|мне жаль
see you soon|à bientôt|bis bald|hasta pronto|回头见|до скорого
see you tomorrow|à demain|bis morgen|hasta mañana|明天见|до завтра
I do not know/I don't know|je ne sais pas|ich weiß nicht|no sé|我不知道|я не знаю
I do not understand/I don't understand|je ne comprends pas|ich verstehe nicht|no entiendo|我不明白|я не понимаю
I love you|je t'aime|ich liebe dich|te quiero|我爱你|я тебя люблю
I would like|je voudrais|ich möchte|quisiera|我想要|я хотел бы
I like|j'aime|ich mag|me gusta|我喜欢|мне нравится
I am hungry|j'ai faim|ich habe Hunger|tengo hambre|我饿了|я голоден
I am thirsty|j'ai soif|ich habe Durst|tengo sed|我渴了
do not/does not/did not|pas|nicht|no|不|не
of course|bien sûr|natürlich|por supuesto|当然|конечно
how much|combien|wie viel|cuánto|多少|сколько
how many|combien de|wie viele|cuántos|多少|сколько
a lot of|beaucoup de|viele|mucho|很多|много
a little|un peu|ein bisschen|un poco|一点|немного
there is/there are|il y a|es gibt|hay|有|есть
going to|vais|werde|voy a|要
have to|dois|muss|tengo que|必须|должен
next to|à côté de|neben|al lado de|旁边|рядом с
in front of|devant|vor|delante de|前面|перед
every day|tous les jours|jeden Tag|todos los días|每天|каждый день
last year|l'année dernière|letztes Jahr|el año pasado|去年
next year|l'année prochaine|nächstes Jahr|el próximo año|明年
this morning|ce matin|heute Morgen|esta mañana|今天早上
New York|New York|New York|Nueva York|纽约|Нью-Йорк
United States|États-Unis|Vereinigte Staaten|Estados Unidos|美国|США
as a|comme|als|como|作为
`
