/** Of the documentation. */
export const tower =
  'The tower is 324 metres (1,063 ft) tall, about the same height as an 81-storey building, and the tallest structure in Paris. Its base is square, measuring 125 metres (410 ft) on each side. During its construction, the Eiffel Tower surpassed the Washington Monument to become the tallest man-made structure in the world, a title it held for 41 years until the Chrysler Building in New York City was finished in 1930. It was the first structure to reach a height of 300 metres. Due to the addition of a broadcasting aerial at the top of the tower in 1957, it is now taller than the Chrysler Building by 5.2 metres (17 ft). Excluding transmitters, the Eiffel Tower is the second tallest free-standing structure in France after the Millau Viaduct.'

/** The same as the JavaScript client shows it. */
export const towerShort =
  'The tower is 324 metres (1,063 ft) tall, about the same height as an 81-storey building, and the tallest structure in Paris. Its base is square, measuring 125 metres (410 ft) on each side. During its construction, the Eiffel Tower surpassed the Washington Monument to become the tallest man-made structure in the world, a title it held for 41 years until the Chrysler Building in New York City was finished in 1930.'

export const bees =
  'Bees are in trouble on farms all over the country, and the trouble has more than one cause. Fields that once grew many plants now grow only one, so bees find food for two weeks and nothing for the rest of the year. Insecticides weaken the bees that they do not kill. A mite that came from Asia carries viruses from hive to hive. Farmers who leave strips of wild flowers between their fields see more bees, and better harvests of apples and beans. The strips cost little: a farmer gives up about two percent of the land. Researchers counted bees on sixty farms for five years, and found that farms with flower strips had three times as many bees as farms without. Bees do not care who owns the flowers, so the strips help the neighbours too.'

export const chinese =
  '大熊猫是中国特有的动物，主要生活在四川、陕西和甘肃的山区。它们一天中有十几个小时都在吃竹子，因为竹子的营养很少。二十世纪八十年代，野生大熊猫只剩下一千一百多只。此后，中国建立了六十多个大熊猫自然保护区，并把分散的栖息地连接起来。最近一次调查显示，野生大熊猫已超过一千八百只。科学家认为，保护大熊猫的栖息地也保护了同一地区的许多其他动物。'
