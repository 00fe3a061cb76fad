/**
 * What each documented parameter does. The key is its name; where one name has several meanings, the others have the
 * name, a colon and the documented English words. `name=value` describes an option.
 */
const descriptions: Readonly<Record<string, string>> = {
  adapter_id: '要使用的 LoRA 适配器的 ID。',
  aggregation_strategy: '根据模型预测合并词元的策略。',
  'aggregation_strategy=none': '不合并词元。',
  'aggregation_strategy=simple': '把标签相同的相邻词元合并为一个实体。',
  'aggregation_strategy=first': '同 simple，但保持单词完整：取单词第一个词元的标签。',
  'aggregation_strategy=average': '同 simple，但保持单词完整：取单词各词元平均得分最高的标签。',
  'aggregation_strategy=max': '同 simple，但保持单词完整：取单词各词元中得分最高的标签。',
  align_to_words:
    '尽量把答案对齐到完整的单词。对以空格分词的语言能提高质量，对不以空格分词的语言（如中文、日语）可能有害。',
  best_of: '生成 best_of 个序列，返回词元对数概率最高的一个。',
  candidate_labels: '候选标签。',
  clean_up_tokenization_spaces: '是否清理输出文本中可能多余的空格。',
  decoder_input_details: '是否返回解码器输入词元的对数概率和 ID。',
  details: '是否返回生成的详细信息。',
  do_sample: '生成新词元时是否采样；否则使用贪心解码。',
  doc_stride: '上下文过长、无法与问题一起放进模型时，会被切成有重叠的几段。此参数设定重叠的长度。',
  early_stopping: '束搜索类方法的停止条件。',
  epsilon_cutoff:
    '设为 0 到 1 之间（不含两端）的数时，只采样条件概率大于 epsilon_cutoff 的词元。论文建议取 3e-4 到 9e-4，视模型大小而定。参见 [Truncation Sampling as Language Model Desmoothing](https://hf.co/papers/2210.15191)。',
  eta_cutoff:
    'Eta 采样结合了局部典型采样和 epsilon 采样。设为 0 到 1 之间（不含两端）的数时，只考虑概率大于 eta_cutoff 或 sqrt(eta_cutoff) * exp(-entropy(softmax(next_token_logits))) 的词元。论文建议取 3e-4 到 2e-3，视模型大小而定。参见 [Truncation Sampling as Language Model Desmoothing](https://hf.co/papers/2210.15191)。',
  frame_sampling_rate: '从视频中选取帧的采样率。',
  frequency_penalty: '按词元在已有文本中出现的频率进行惩罚：正值降低模型逐字重复的可能。',
  "frequency_penalty: Number between -2.0 and 2.0. Positive values penalize new tokens based on their existing frequency in the text so far,\ndecreasing the model's likelihood to repeat the same line verbatim.":
    '-2.0 到 2.0 之间的数。正值按新词元在已有文本中出现的频率进行惩罚，降低模型逐字重复同一行的可能。',
  function_to_apply: '作用于模型输出以得到得分的函数。',
  generate_parameters: '文本生成算法的其他参数。',
  generation_parameters: '文本生成过程的参数。',
  grammar: '约束生成结果的语法：JSON Schema 或正则表达式。',
  guidance_scale: '引导强度。值越大，结果越贴近提示词；过大可能导致画面过饱和等瑕疵或质量下降。',
  handle_impossible_answer: '是否接受“无法回答”作为答案。',
  height: '输出图像的高度（像素）。',
  hypothesis_template:
    '与 candidate_labels 一起使用的句子：把其中的占位符换成候选标签，再据此分类。',
  ignore_labels: '要忽略的标签列表。',
  include_usage:
    '设为 true 时，会在 data: [DONE] 消息之前多发送一个数据块，其 usage 字段给出整个请求的词元用量，choices 字段为空数组。其他数据块也带 usage 字段，但值为 null。',
  lang: '运行 OCR 时使用的语言，默认为英语。',
  logit_bias:
    '调整指定词元出现的可能性：一个 JSON 对象，把词元 ID 映射到 -100 到 100 的偏置值，采样前加到 logits 上。-1 到 1 之间的值略微增减可能性；-100 或 100 相当于禁用或只选该词元。文档注明目前未使用。',
  logprobs: '是否返回输出词元的对数概率。设为 true 时，返回消息内容中每个输出词元的对数概率。',
  mask_threshold: '把预测的掩码转成二值时使用的阈值。',
  max_answer_len: '预测答案的最大长度（只考虑更短的答案）。',
  max_length: '生成文本的最大长度（词元数），包含输入。',
  max_time: '查询最多允许的秒数。网络会带来额外开销，因此这是一个软限制。',
  max_new_tokens: '最多生成的词元数。',
  'max_new_tokens: The maximum number of tokens to generate. Takes precedence over max_length.':
    '最多生成的词元数，优先于 max_length。',
  max_question_len: '问题分词后的最大长度，超出部分会被截断。',
  max_seq_len:
    '送入模型的每一段的最大总长度（上下文加问题，以词元计）。需要时上下文会切成几段，以 doc_stride 为重叠。',
  max_tokens: '对话补全最多可生成的词元数。',
  min_length: '生成文本的最小长度（词元数），包含输入。',
  min_new_tokens: '最少生成的词元数，优先于 min_length。',
  multi_label:
    '是否允许多个候选标签同时成立。false 时各标签得分之和为 1；true 时各标签相互独立，分别归一化。',
  n: '为每条输入生成几个对话补全选项。费用按所有选项生成的词元总数计算；保持为 1 费用最低。文档注明目前未使用。',
  negative_prompt: '反向提示词：生成结果中不要出现的内容。',
  normalize: '是否把向量归一化为单位长度。',
  num_beam_groups:
    '把 num_beams 分成几组，以保证各组束之间的多样性。参见[这篇论文](https://hf.co/papers/1610.02424)。',
  num_beams: '束搜索使用的束数。',
  num_frames: '生成的视频帧数。',
  'num_frames: The number of sampled frames to consider for classification.': '分类时采样的帧数。',
  num_inference_steps: '去噪步数。步数越多，质量通常越高，但推理越慢。',
  overlap_mask_area_threshold: '用于去除零碎小片段的掩码重叠阈值。',
  padding: '是否填充以及如何填充。',
  penalty_alpha: '对比搜索解码中，平衡模型置信度与退化惩罚的值。',
  presence_penalty:
    '-2.0 到 2.0 之间的数。正值对已在文本中出现过的词元进行惩罚，使模型更倾向于谈论新话题。',
  prompt: '引导生成的文本提示词。',
  prompt_name:
    '编码时使用的提示名称；不设则不加提示。必须是 sentence-transformers 配置 prompts 字典中的键。例如 prompt_name 为 "query"、prompts 为 {"query": "query: ", ...} 时，句子 "What is the capital of France?" 会先加上提示，编码为 "query: What is the capital of France?"。',
  raw_scores: '是否给出模型的原始得分，而不是 0 到 1 之间的得分。',
  reasoning_effort:
    '限制推理模型的推理力度。降低力度可以加快回复，减少用于推理的词元。常用值：none、minimal、low、medium、high、xhigh。是否支持以及默认值因服务商和模型而异。',
  repetition_penalty:
    '重复惩罚，1.0 表示不惩罚。参见[这篇论文](https://arxiv.org/pdf/1909.05858.pdf)。',
  response_format:
    '回复的格式：{"type": "text"}、{"type": "json_object"}，或用 {"type": "json_schema"} 给出 JSON Schema。',
  return_full_text: '是否在生成的文本前加上提示词。',
  return_timestamps: '是否随文本一起输出时间戳。',
  scheduler: '用另一个兼容的调度器替换默认调度器。',
  seed: '随机数种子。',
  sequential:
    '逐个推理还是批量推理。批量更快，但 SQA 这类模型具有对话性质，需要逐个推理才能提取序列中的关系。',
  src_lang: '文本的源语言。能从多种语言翻译的模型必须设置。',
  stop: '停止序列：生成到其中任意一项时停止。',
  'stop: Up to 4 sequences where the API will stop generating further tokens.':
    '停止序列，最多 4 个：生成到其中任意一项时停止。',
  stream_options: '流式输出的选项。',
  stride: '切分输入文本时，相邻两段重叠的词元数。',
  subtask: '要执行的分割任务，取决于模型的能力。',
  target_size: '输出的尺寸（像素）。只有部分服务商的特定模型支持，不支持时会被忽略。',
  targets:
    '设置后，模型只对这些目标词打分，不再查找整个词表。不在词表中的目标词会先分词，取第一个词元（会给出警告，也可能更慢）。',
  temperature: '采样温度：值越高输出越随机，越低越集中、越确定。',
  'temperature: What sampling temperature to use, between 0 and 2. Higher values like 0.8 will make the output more random, while\nlower values like 0.2 will make it more focused and deterministic.\n\nWe generally recommend altering this or `top_p` but not both.':
    '采样温度，0 到 2 之间。较高的值（如 0.8）使输出更随机，较低的值（如 0.2）使输出更集中、更确定。一般建议只调整此项或 `top_p` 之一。',
  tgt_lang: '要翻译成的目标语言。能翻译成多种语言的模型必须设置。',
  threshold: '概率阈值：低于此值的预测会被滤除。',
  tool_choice:
    '模型能否调用工具：auto 由模型决定，none 不调用，required 必须调用；也可以用对象指定某个函数。参见[指南](https://platform.openai.com/docs/guides/function-calling/configuring-function-calling-behavior-using-the-tool_choice-parameter)。',
  'tool_choice=auto': '由模型决定生成消息还是调用一个或多个工具。',
  'tool_choice=none': '模型不调用任何工具，直接生成消息。',
  'tool_choice=required': '模型必须调用一个或多个工具。',
  tool_prompt: '附加在工具说明之前的提示词。',
  tools: '模型可以调用的工具列表。目前只支持函数，模型会为这些函数生成 JSON 参数。',
  top_k: 'top-k 过滤时保留概率最高的词元数。',
  'top_k: When specified, limits the output to the top K most probable classes.':
    '设置后，只输出概率最高的 K 个类别。',
  'top_k: The number of answers to return (will be chosen by order of likelihood). Can return less than top_k answers if there are not enough options available within the context.':
    '返回的答案数（按可能性排序）。上下文中候选不足时，返回的可能少于 top_k 个。',
  'top_k: The number of answers to return (will be chosen by order of likelihood). Note that we return less than topk answers if there are not enough options available within the context.':
    '返回的答案数（按可能性排序）。上下文中候选不足时，返回的可能少于 top_k 个。',
  'top_k: When passed, overrides the number of predictions to return.': '返回的预测数。',
  top_logprobs:
    '0 到 5 之间的整数：在每个词元位置返回多少个最可能的词元及其对数概率。使用此参数时，logprobs 必须为 true。',
  top_n_tokens: 'top-n 过滤时保留概率最高的词元数。',
  top_p:
    '核采样：只从累计概率达到 top_p 的最可能词元中采样。例如 0.1 表示只考虑概率占前 10% 的词元。',
  truncate: '把输入截断到指定的词元数。',
  'truncate: ': '是否截断超过模型长度的输入。',
  truncation: '截断策略。',
  'truncation: Activates and controls truncation.': '是否截断过长的输入。',
  truncation_direction: '从哪一侧截断过长的输入。',
  typical_p:
    '典型解码的概率质量。小于 1 时，只保留累计概率达到 typical_p 的最具局部典型性的词元。参见[论文](https://hf.co/papers/2202.00666)。',
  use_cache: '是否使用过去的 key/value 注意力缓存来加快解码。',
  watermark:
    '为生成的文本添加水印，参见 [A Watermark for Large Language Models](https://arxiv.org/abs/2301.10226)。',
  width: '输出图像的宽度（像素）。',
  word_boxes: '单词及其边界框的列表（坐标归一化到 0–1000）。提供后会跳过 OCR，直接使用这些边界框。',
}

export default descriptions
