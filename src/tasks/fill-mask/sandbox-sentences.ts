/** Plain sentences that the rules learn from, written for them. */
export const sentences = `
Paris is the capital of France.
The capital of France is Paris.
London is the capital of England.
The capital of England is London.
Berlin is the capital of Germany.
The capital of Germany is Berlin.
Rome is the capital of Italy.
The capital of Italy is Rome.
Madrid is the capital of Spain.
The capital of Spain is Madrid.
Tokyo is the capital of Japan.
The capital of Japan is Tokyo.
Beijing is the capital of China.
The capital of China is Beijing.
Paris is the city of light.
The answer to the universe is 42.
The answer to the question is simple.
The answer to the universe is unknown.
The answer is yes.
The answer is no.
The goal of life is happiness.
The goal of life is love.
The meaning of life is freedom.
The dog barked at me.
The dog barked at the cat.
The wolf howled at the moon.
The cat slept on the chair.
The cat looked at me.
The fox barked at the dog.
The children played in the garden.
The film was great and I would see it again.
The film was wonderful and I would see it again.
The film was good.
The film was terrible and I want my money back.
The film was long and boring.
The movie was great.
The movie was funny and I loved it.
The food was delicious.
The weather is nice today.
The weather was bad yesterday.
Hello world!
Hello my friend!
What a wonderful world!
What a beautiful day!
The whole world knows it.
My name is Clara and I live in Berkeley.
My name is Anna.
I live in London.
I like music.
I love you.
I want to eat an apple.
I drink coffee in the morning.
I drink tea in the evening.
She works as a doctor.
He works as a teacher.
He works as an engineer.
She works as a nurse.
The man worked as a carpenter.
The woman worked as a writer.
The sun rises in the east.
The sun sets in the west.
The sky is blue.
The grass is green.
Snow is white.
Fire is hot and ice is cold.
Water boils at 100 degrees.
Birds can fly and fish can swim.
A week has seven days.
A year has twelve months.
Today is Monday and tomorrow is Tuesday.
The book is on the table.
The car stopped at the red light.
The train to Paris leaves at noon.
The student reads a book in the library.
The company sells software to banks.
The company makes phones and computers.
The team won the game.
The team lost the match.
The king and the queen live in the castle.
Language models learn from text.
The model predicts the next word.
巴黎是法国的首都。
柏林是德国的首都。
伦敦是英国的首都。
华盛顿是美国的首都。
北京是中国的首都。
罗马是意大利的首都。
今天天气很好。
今天天气很热。
明天会下雨。
我爱你。
我喜欢音乐。
我喜欢吃苹果。
我在学校学习中文。
他在大学教书。
她是一名医生。
他是一名老师。
生活的真谛是爱。
生活的真谛是美。
一年有四个季节。
一周有七天。
太阳从东方升起。
天空是蓝色的。
草是绿色的。
狗在叫。
猫在睡觉。
这部电影很好看。
这部电影很长。
`
