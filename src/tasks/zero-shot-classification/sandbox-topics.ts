const topic = (words: string) => new Set(words.split(/\s*,\s*/))

/**
 * Words that belong together, in English (rough stems) and Chinese. A label that is in one of the sets fits a text that
 * has others of it.
 */
export const topics: readonly ReadonlySet<string>[] = [
  topic(
    'refund, reimburse, money back, return, compensation, cancel, chargeback, complaint, broken, defective, not working, advertised, warranty, 退款, 退货, 赔偿, 投诉, 坏了',
  ),
  topic(
    'legal, law, court, lawyer, judge, sue, contract, attorney, lawsuit, trial, 法律, 法院, 律师, 合同, 起诉',
  ),
  topic('faq, question, how do, how can, help, where can, explain, 问题, 怎么, 如何, 请问'),
  topic('urgent, asap, immediately, emergency, deadline, right now, today, 紧急, 马上, 立刻'),
  topic(
    'cinema, movie, film, actor, director, scene, screen, hollywood, trailer, dune, 电影, 影片, 演员, 导演, 票房',
  ),
  topic(
    'art, artist, paint, painting, museum, sculpture, gallery, drawing, exhibition, 艺术, 绘画, 画家, 博物馆, 展览',
  ),
  topic(
    'music, song, sing, guitar, piano, band, concert, album, melody, orchestra, 音乐, 歌曲, 唱歌, 钢琴, 演唱会',
  ),
  topic(
    'sport, sports, football, soccer, basketball, tennis, match, goal, team, coach, player, league, olympic, score, won, championship, 体育, 足球, 篮球, 比赛, 主队, 球队, 球迷, 进球, 加时赛, 冠军, 运动',
  ),
  topic(
    'politics, government, election, vote, president, minister, parliament, senate, policy, party, 政治, 政府, 选举, 总统, 议会, 政策',
  ),
  topic(
    'finance, economy, economic, business, market, stock, bank, inflation, price, invest, profit, revenue, company, money, trade, 财经, 经济, 金融, 股市, 银行, 投资, 利润, 公司, 市场',
  ),
  topic(
    'technology, tech, computer, software, phone, app, internet, device, chip, code, programming, algorithm, ai, 科技, 技术, 电脑, 手机, 软件, 芯片, 人工智能',
  ),
  topic('robots, robot, machine, automation, android, drone, 机器人, 自动化'),
  topic(
    'science, scientific, discovery, research, scientist, experiment, theory, study, physics, chemistry, explanation, model, mystery, formed, 科学, 研究, 实验, 发现, 理论',
  ),
  topic(
    'space, cosmos, planet, star, moon, galaxy, nasa, rocket, orbit, solar, satellite, universe, astronomy, telescope, galilean, 太空, 宇宙, 行星, 月球, 火箭, 卫星',
  ),
  topic(
    'microbiology, bacteria, virus, cell, microbe, infection, biology, dna, gene, 生物, 细菌, 病毒, 细胞, 基因',
  ),
  topic(
    'archeology, archaeology, ancient, ruins, excavation, fossil, tomb, history, century, war, empire, 考古, 历史, 古代, 遗址',
  ),
  topic(
    'health, medical, medicine, doctor, hospital, patient, disease, treatment, vaccine, pain, 健康, 医疗, 医生, 医院, 病人, 疫苗',
  ),
  topic(
    'food, cook, cooking, dinner, restaurant, recipe, eat, delicious, meal, dish, 美食, 食物, 吃, 餐厅, 菜, 做饭',
  ),
  topic(
    'travel, trip, hotel, flight, tourist, holiday, vacation, beach, journey, visit, 旅游, 旅行, 酒店, 航班, 景点, 度假',
  ),
  topic('weather, rain, snow, sun, storm, cloud, temperature, wind, 天气, 下雨, 下雪, 气温, 台风'),
  topic(
    'education, school, student, teacher, university, exam, learn, class, 教育, 学校, 学生, 老师, 大学, 考试',
  ),
  topic(
    'environment, climate, nature, forest, animal, pollution, energy, ocean, 环境, 气候, 自然, 动物, 污染, 能源',
  ),
  topic('family, love, friend, mother, father, child, wedding, home, 家庭, 朋友, 父母, 孩子, 婚礼'),
]

/** Labels that ask for a mood: 1 for a good one, -1 for a bad one. */
export const moods: ReadonlyMap<string, 1 | -1> = new Map([
  ...[
    'positive',
    'optimistic',
    'happy',
    'joy',
    'praise',
    'satisfied',
    'good',
    '正面',
    '积极',
    '高兴',
    '满意',
    '好评',
  ].map((label) => [label, 1] as const),
  ...[
    'negative',
    'pessimistic',
    'sad',
    'anger',
    'angry',
    'complaint',
    'bad',
    '负面',
    '消极',
    '难过',
    '不满',
    '差评',
  ].map((label) => [label, -1] as const),
])
