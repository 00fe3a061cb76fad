import type { Words } from '@/locales/words'

const en = {
  image: 'Image',
  prompt: 'Prompt',
  optional: 'optional',
  placeholder: 'Turn it into a pencil sketch',
  filters:
    'The sandbox draws nothing new. It filters the pixels by the prompt’s words: grayscale, invert, sepia, sketch, edges, blur, sharpen, pixelate, posterize, brighter, darker, warmer, colder, night, contrast, vivid, mirror, flip, rotate, a colour’s name. Other words give a mild tint; guidance_scale is the strength.',
}

export default {
  en,
  'zh-CN': {
    image: '图片',
    prompt: '提示词',
    optional: '可选',
    placeholder: '把它变成铅笔素描',
    filters:
      '沙盒不会画出新内容，只按提示词中的词对像素做滤镜处理：黑白、反色、复古、素描、边缘、模糊、锐化、像素、海报、更亮、更暗、更暖、更冷、夜晚、对比度、鲜艳、镜像、倒置、旋转，或颜色名称。其他词只会轻微染色；guidance_scale 表示强度。',
  } satisfies Words<typeof en>,
}
