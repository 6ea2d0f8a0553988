//! The table of usages: what stands beside a character where grammar decides its form.

/// A way to use a character that has one form. What stands before and after are alternatives, divided by blanks, of
/// which one must match where there are any; those that follow a `¬` must not.
pub(super) struct Usage {
    pub(super) character: char,
    pub(super) form: char,
    /// In sixteenths of an e-fold.
    pub(super) weight: i32,
    pub(super) before: &'static str,
    pub(super) after: &'static str,
}

/// What a usage weighs that has hardly an exception, and a measure: 八只羊, but also 人数只有八.
pub(super) const SURE: i32 = 112;
const LIKELY: i32 = 40;

/// The ways, the first that matches counts.
#[rustfmt::skip]
pub(super) const USAGES: &[Usage] = &[
    of('只', '只', "大多 差不多 许多", ""),
    of('只', '只', "", "增不 减不 升不 降不 进不 出不"),
    // Three boats can only; without it they are 船隻.
    of('只', '只', "条船 艘船", "能 有 要 会 用 花 剩 够 差 停 载 装 可 在 为 是"),
    of('只', '只', WEEKDAYS, ""),
    of('只', '隻', "好几 十几 有几 两", "¬ 是 能 会 要 有 不 想 为 顾 知 剩"),
    // An animal that somebody gets or keeps.
    of('只', '隻', "养了 买了 抓了 来了 捉了 杀了 宰了 死了 丢了 逮了 捡了 养着 抱着 牵着 提着",
       "猫 狗 鸡 鸭 鹅 羊 兔 鸟 虫 猪 老鼠 小猫 小狗 小鸟 小鸡 小鸭 小羊 猴 乌龟 母鸡 公鸡 箱子"),
    // Animals and ships, all together.
    of('只', '隻', "犬", "¬ 能 会 要 有 是 吃 在 肯 剩"),
    of('只', '隻', "熊 猪 羊 牛 鸡 鸭 鹅 狗 猫 鸟 猴 禽 船 舰 艇", "之间 的 数 总数 死亡 饲养 健康 行为 领养 走失 训练 、"),
    of('只', '隻', "这 那", "还能 还在 还没 也是 正在 是公的 是母的"),
    of('只', '隻', "几", "被 小 老 大 白 黑 花 野 刚 流浪"),
    measure('只', '隻'),
    // A mile.
    of('里', '里', "英 ¬ 精英 群英 公英 云英", "¬ 头 边"),
    of('里', '里', NAUTICAL, ""),
    of('里', '裏', "", "程度 程序"),
    // What is in a thing or a place; a village's 里 ends its name: 咸昌里.
    of('里', '裏', "水 山谷 幽谷 池塘 沙发 窗 收音机 京城 家 雪 睡梦 院 溪 井 鼻 草丛 树林 人群 黑暗 巷 府 县 汤 泊 店 房 屋 庙 船 车 桶 缸 \
        锅 碗 盆 杯 瓶 壶 罐 箱 柜 盒 袋 怀 手 眼 嘴 肚 骨 血 酒 粥 饭 泥 洞 沟 雾 风 雨 火 夜 梦 心 脑 话 信 戏 镜 灯 炉 灶 笼 \
        窝 网 棚 厅 班 队 帐 舱 ¬ 新店 政府",
       "¬ 长 民 办 邻 程 路 弄 巷 社 乡"),
    // Towns of Taiwan, and Hong Kong's creeks.
    of('里', '里', "玉 埔 佳 太麻", "¬ 程 面的 头"),
    of('涌', '涌', "官 葵 鱼 东 河 游", "¬ 去 来 入 向 进 动 现 出 上 起 泉"),
    of('涌', '涌', "", "口 尾"),
    // Taiwan's hundred peaks.
    of('岳', '岳', "百", ""),
    of('后', '後', DAYS, ""),
    // What is over.
    of('后', '後', "完 完舞 完课 完饭 完会 完歌 完澡 完球 完班 完药 完酒 完水 完茶 完货 完话 完婚 完工 收工 散会 放学 升旗", ""),
    // The queen of heaven has temples; three days later is a time.
    of('后', '后', "天 ¬ 些天 当天 次天 隔天 每天 整天 今天 明天 昨天 后天 前天 聊天 白天 夏天 冬天 春天 秋天",
       "庙 古庙 宫 诞 站 村"),
    measure('里', '里'),
    measure('斗', '斗'),
    // A blog.
    of('志', '誌', "网", "¬ 愿 向"),
    // Two big fellows; 大家伙儿 is everybody.
    of('伙', '伙', "个大家 个小家 只大家 只小家 这小家 那小家", "¬ 儿 食"),
    // What is forbidden follows; nothing but particles follows what is not exact, and 说不准 is not exact.
    of('准', '準', "很 真 太 极 挺 得很 得真 得挺 尺子不 尺不 秤不 天平不 钟不 表不 枪法不 听得 看得 打得 说得 算得 瞄得 走得不 算得不 说得不 打得不 量得不 猜得不 投得不",
       "¬ 许 予"),
    of('准', '准',
       "不 ¬ 说不 拿不 吃不 看不 瞄不 对不 算不 保不 猜不 摸不 料不 握不 听不 测不 量不 估不 认不 判不",
       "¬ \n ， 。 、 ； ？ ！ ： , ; ? ! : ) ） ” 」 的 了 确 备 时 地 得 头 是 才 而 就 所 因"),
    // A brigadier, and who may not take something.
    of('准', '准', "¬ 标 水 基 精 瞄 对 认 校", "将"),
    // Who is allowed something.
    of('准', '准', "¬ 瞄 看 对 认 吃 拿 摸 找 算 猜", "他 她 你 我 谁"),
    of('刮', '刮', "胡渣 胡子 胡须 脸", ""),
    of('刮', '颳', "", "风 大风 北风 南风 台风 狂风 起风 起大风 起北风"),
    of('曲', '曲', "微 弯 扭 屈", "¬ 酒 霉"),
    of('制', '製', "¬ 体 机 法 控 限 管 编 抵 克 强 压 牵 建 专 旧 新 节 遏 钳 规 税", "云吞 饼 酒 茶 药 糖 皂 盐 糕 酱 冰"),
    // What was wet, and a glass that is emptied.
    of('干', '乾', DRIES, "了 透 裂 得 没 不 \n ， 。 ,"),
    of('干', '乾', "一口 一口就 仰头", "了"),
    of('干', '乾', "", "了这杯 了那杯 了一杯 了杯 完这杯"),
    // A kind of something: 种 is a family name in old books alone. And who takes part, none of whom is a root.
    of('种', '種', "有 这 那 某 一 几 两 各 每 多", "¬ 师 世 谔 放"),
    of('参', '參', "", "与 加 赛 选 观 考 照 军 战 展 谋 议 政 股 保"),
    // A liquor.
    of('干', '乾', "老白", ""),
    // Those who work; 若干部门 are some departments, and 干不干净 asks for what is clean.
    of('干', '幹', "¬ 若 饼", "部"),
    of('干', '幹', "多 少 能 肯 敢 想 愿 苦 实 巧 蛮 硬 白 瞎 大胆 放手 加油 埋头 好好 一起 跟着 接着 膀子 拼命 带头 马上 赶快 抓紧 \
        努力 积极 认真 踏实 动手 齐心 合力 从头 重新 这么 那么 怎么 这样 那样 照样 继续 轮流 分头 偷偷 大家 我们 你们 他们 人家 项目 ¬ 有多",
       "\n ， 。 、 ； ！ ？ , ” 」"),
    of('干', '幹', "各自 各", "各自 自己 各的"),
    of('干', '幹', "", "没干 不干 与不干 ¬ 不干净"),
    of('干', '幹', "干没 干不 干与不", "¬ 净"),
    of('干', '幹', "", "什么 啥 嘛 吗 起 活 得热火 得起劲 得出来 得漂亮"),
    // Whose business it is.
    of('干', '干', "", "你什么 我什么 他什么 卿 你甚 我甚 他甚 天谴 天怒 上怒 你事 我事 他事 你的事 我的事 他的事 她的事 我们的事 你们的事 他们的事"),
    of('干', '干', "与我何 与你何 与他何 与她何 与人何 与此何 于我何 于你何", ""),

    // What is counted by sheets, and what is put into one.
    of('表', '表', "张 张是 份 份是 协调 调查 统计 登记 申请 评分 考核 进度 课程 日程 价目 座位 一览", ""),
    of('表', '表', "¬ 手 怀 腕 钟 名 金 块 只 戴", "0 1 2 3 4 5 6 7 8 9 一 二 三 四"),
    of('表', '表', "全", "¬ 停 慢 快"),
    // A watch; 代表, 发表 and the like are none.
    of('表', '錶', "¬ 代 发 列 图 报 外 课 程 格 度 录 师", "停了 停在 慢了 快了 走得 很准 准不准 不准，"),
    of('表', '錶', "一块 两块 几块 这块 那块 块金 只手 腕上的 看一次 看了看 看了眼 看了一眼 看看 戴 戴着 这只 那只",
       "¬ 上填 里 中 内 单 册 演 现 示 明 达 述 态 决 彰 扬 格 面 层 白 率 哥 弟 妹 姐 叔 亲"),
    // What is quoted follows.
    of('云', '云', "古人 前人 先贤 俗 孔子 孟子 老子 庄子 诗 语 书 经 又 或 经上 书上 诗中 书中 经中 古语 俗语 谚语 题 注 序 铭 赞 偈 诏", "， , ： : “ 「 ‘ 『 ` \""),
    // Who sells noodles.
    of('面', '麪', "¬ 方 全 上 下 前 后 里 外 对 表 平 正 反 侧 地 路 水 书 画 场 局 层 界 封 版 页 桌 台 东 南 西 北 左 右 一 两 四 八 桥",
       "档 摊 馆 ¬ 档案 档次 摊开 摊位 摊牌 摊在 摊平 馆长"),
    of('面', '面', "白", "狐 书生 郎 无须 獠牙 小生"),
    // Noodles, and dough.
    of('面', '麪', "买 卖 吃 煮 揉 擀 嗦 碗 袋 锅 斤 老",
       "\n ， 。 、 ； ？ ！ , 的时 吃 了 发 吧 去 来 给 当 ¬ 了解"),
    of('面', '麪', "\n ， 。 “ 「 碗 的 ¬ 上的 下的 里的 外的",
       "发好 发酵 发起来 和好 揉好 煮好 煮熟 煮软 煮烂 凉了 糊了 坨了 太软 太硬 太咸 都糊 都坨 还没煮"),
    // What somebody longs for; what goes 向 a place goes there.
    of('向', '嚮', "¬ 走 跑 飞 开 驶 转 通 指 奔 游 望 投 推 引 流 伸 移 退 朝 导 意 动 方",
       "往 ¬ 往来 往返 往年 往日 往事 往常 往后 往前 往里 往外 往昔 往生 往届"),
    // Hair, as hairdressers speak of it.
    of('发', '髮', "¬ 开 研 出 激 引 颁 散 分 批 印 核 签 转 收 首 自 多 突 偶 再 并 爆 触 揭 启 蒸 挥 沙 频 先 后 告 举 始 下",
       "质 线 梢 丝 色 箍 髻 夹 廊 胶 蜡 饰 簪 际 尾 旋 辫 ¬ 色团 色剂 质量 质疑 质询 质问 质押 线索 线路 线上 线下 丝绸 夹击"),
    of('发', '髮', "湿 鬓 秀 乱 伤 染了 烫了 剪了 理了 剃了 染过 烫过 剪过", "\n ， 。 的 拢 披 贴 垂 滴 间 以后 之后 后 就 吗"),
    // Sleepy; who is kept in is 被困.
    of('困', '睏', "¬ 被 围 穷 贫 受 所 水 民",
       "了， 了, 了。 了\n 了就 了想 了要 了吧 了， 得睁 得直 得打 得眼 得要 得睡 得不行 意 倦"),
    of('钟', '鐘', "¬ 姓 态龙 小 老", "声 摆 响了 敲了 敲响 停了 楼"),
    of('丑', '醜', "个大 了个 丢了 出尽了 长得 太 真 那么 这么", "¬ 时 年 月 日 牛 寅 旦 末 角 行"),
    // A bunch or a camp is made, and a needle goes in.
    of('扎', '紮', "", "着两 着一条 着一根 着小辫 着辫 着马 着头 了两条辫 个辫 辫 马尾 了个马尾 蝴蝶结 营 寨 稻草人 风筝 花灯 灯笼 起头发"),
    of('扎', '扎', "", "在手 在脚 在肉 在心 在身 进 破 伤 了手 手 针 心 了一针 一针"),
    // What is stormed, though 林冲 ends before it.
    of('冲', '衝', "", "锋 突 刺 撞"),
    of('冲', '衝', "肯 敢", "¬ 凉 澡 水 茶 咖 奶 泡"),
    // Water that is poured on.
    of('冲', '沖', "¬ 俯 气 怒 缓 脉",
       "凉 了个凉 个凉 澡 个澡 了个澡 了澡 一壶 了一壶 壶 了壶 杯 了杯 了一杯 一杯 咖啡 了咖啡 茶 了茶 奶粉 \
        牛奶 药 服 泡 淡 厕所 马桶 地板 地面 院子 印 干净 掉 ¬ 杯赛"),
    of('折', '摺', "¬ 打 骨 夭 曲 转 波 挫 攀 损",
       "成四折 成两折 成三角 成方 成纸 成飞机 成小船 成星星 成豆腐 成长条 成扇 好 叠 纸 痕"),
    of('系', '繫', "被", "着 在 住 上"),
    // A department has its ways.
    of('系', '系', "¬ 带 绳 巾 裙 扣 领 结", "上每 上的老师 上的教授 上的同学 上的学 上规定 上要求 上老师 上教授 上同学 上学长 上办 上主办 上开会 上会议"),
    of('系', '繫', "¬ 关 体 派 谱 水 星 语 族 嫡 直 旁 院 学 文 理 化 联 维 物 史 济 律",
       "在树 在腰 在脖 在颈 在手 在桩 在木 在石 在船 在柱 在马 在脚 在身 在岸 在头 在一条 在一根 在一棵 在栏 在门 在钩 于一 紧 好鞋 好安 着围 着一条 \
        着丝 着领 着红 着铃 着蝴 了一条 了条 鞋带 围巾 围裙 领带 腰带 安全带 铃"),
    of('系', '系', "", "游戏 作品 漫画 音乐 动画"),
    of('系', '系', "音 学 云 该 参照 参考 坐标 法 ¬ 应该", ""),
    // A series of trains or cars, and the schools of magic in games.
    of('系', '系', "0 1 2 3 4 5 6 7 8 9 ０ １ ２ ３ ４ ５ ６ ７ ８ ９", ""),
    of('系', '系', "火 草 冰 雷 盾 暗 魔法 治疗 辅助", "¬ 在 着 上 住 紧 好 了"),
    // Those who held together: the clique of a warlord, of a party.
    of('系', '系', "中央 地方 研究 奉 桂 皖 晋 滇 粤", "¬ 绳 着"),
    of('致', '緻', "别 精 雅 ¬ 个别 分别 各别 级别 类别", "¬ 死 癌 病 使 力 于 以 富 敬 谢 词 电 函 命 残"),
    of('制', '制', "改", "， 。 、 后 前 为 ,"),
    of('制', '制', "占有 所有 公有 私有 国有", ""),
    of('制', '製', "编", "篮 筐 竹 草 藤 席 毛 花环"),
    of('制', '製', "手工 机器 古法 土法 玻璃 陶瓷 塑料 不锈钢", "的 成 品 好 且"),
    of('制', '製', "自 特 精 秘 纸 铜 铁 木 竹 皮 布 银", "的果 的酱 的面 的饼 的糕 的酒 的茶 的衣 的灯 的家具 的玩 的器 的香 的菜 的甜 的糖"),
    // Where one prays, though it be with wine.
    of('坛', '壇', "祭 天 地 神 法 香 在", "前 上 下 边"),
    of('尝', '嘗', "", "胆"),
    of('累', '纍', "果实 硕果 结实", "累"),
    of('累', '纍', "果实累 硕果累 结实累", ""),
    of('咽', '嚥', "¬ 哽 呜 幽 悲", "不下 下 了一口 了口 口水 唾沫 气"),
    of('板', '板', "老", "凳"),
    of('板', '板', "古老", "块"),
    of('别', '別', "", "着 在胸 在衣 在腰 在领"),
    of('出', '出', "杰", ""),
    // Out of a place, and at once seen.
    of('出', '出', "一", "村 门 城 国 校 站 海 山 洞 厂 院 屋 车 机场 电梯 地铁 隧道 场 手 生 口 现 来 去"),
    of('出', '齣', "这 那 一 两 三 几 整 半 每",
       "戏 好戏 大戏 闹剧 音乐剧 悲剧 喜剧 话剧 京剧 折子戏 歌剧 舞剧 越剧 昆曲 独角戏 新戏 老戏 ¬ 戏院 戏园 戏班"),
    of('后', '后', "歌 影 ¬ 唱歌 听歌 国歌 儿歌 写歌 山歌 情歌 诗歌 首歌 的歌 电影 合影 摄影 身影 背影 留影 阴影 投影 倒影",
       "的演 的歌 的新 获 得奖 宝座"),
    // What swims.
    of('游', '游', "水里 水中 河里 河中 海里 海中 湖里 江里 池里 池塘里 缸里 鱼 鱼儿 逆流而", "¬ 玩 览 客 艇 船 戏 记 乐"),
    of('游', '游', "¬ 出 旅 导 云 郊 春 秋 畅 漫", "到对岸 过河 过江 上岸 了一圈 了几圈 了两圈 得快 得慢 得很"),
    // The lowest of a curve, as of a valley.
    of('谷', '谷', "填 峰 波 低 相邻两 恐怖 电流 电压 价格 峰和 峰与 回音", "¬ 物 粒 仓 子 草"),
    of('谷', '谷', "", "歌 神"),
    // Valleys of tales.
    of('谷', '谷', "风之 枫之 亡之 灵之 魔之 光之 梦之 雾之", "¬ 物 粒 仓 子 草"),
    of('范', '範', "", "围 畴 例 式 文 ¬ 文正 文程 文澜 文同 式之"),
    // In front of those who see it.
    of('面', '面', "¬ 吃 汤 煮 下 拌 买 打 揉 和 卖", "前 问 圣 授 奏 陈 谒 南 朝 壁"),
    of('面', '面', "当着 当着他 当着众人 当着大家", "¬ 条 粉 包 团 碗 摊 馆 店 食"),
    of('卷', '捲', "蛋", ""),
    of('划', '划', "岸边 对岸 湖心 江心 河心", ""),
    of('筑', '筑', "击", ""),
    of('克', '剋', "下", "上"),
    // A seal of a shrine in Japan.
    of('朱', '朱', "御", "印"),
    of('沈', '瀋', "", "阳 海铁 吉铁"),
    // Papers that are put together, and a school that opens again.
    of('卷', '卷', "组 评", ""),
    // A volume; 日本卷起 is something else.
    of('卷', '卷', "本 该 此", "¬ 起 入 进 曲 走 来 土 铺 款 发 须"),
    of('复', '復', "回", "族群 健康 原状 平静 正常 元气 体力 生机 常态"),
    of('复', '復', "休息回 慢慢回 渐渐回 逐渐回 体力回", ""),
    of('复', '復', "¬ 反 回 答 批", "校 ¬ 校对 校正 校验 校核"),
    // Two who are a couple again.
    of('复', '復', "我们 他们 两人 俩人 想 要 求 愿意 与他 与她 和他 和她 跟他 跟她", "合 ¬ 合材 合物 合型 合肥 合式 合体 合函 合词 合句 合板 合纤 合管 合音"),
    // What many like; who agrees or pays is 贊.
    of('赞', '讚', "相当 很 超 真 太 按 点", "¬ 同 成 助 许 皇"),
    // The rest, at the head of a clause.
    of('余', '餘', "\n ， 。 ； ： 、", "可类推 皆 均 俱 下"),
    of('游', '游', "主任 老师 教授 校长 院长 委员 议员 县长 市长 导演 记者 律师 医师 同学",
       "¬ 览 玩 说 行 历 击 戏 客 走 乐 艇 轮 学 船 民 牧 艺 园 资 弋 离 荡 程 泳 街 移 标 记 人 回 过 到 去 来 完 遍"),
    of('余', '余', "¬ 其 业 剩 之 年 月 天", "某"),
    // Somebody whom others call so.
    of('余', '余', "老 小 阿", "¬ 额 地 钱 款 量 波 裕 辜 数"),
    of('范', '范', "老 小 阿", "¬ 本"),
    of('郁', '郁', "阿", "¬ 闷 金"),
    of('涂', '涂', "老 小 阿", "¬ 料 抹 层 改 鸦"),
    // A man of the name.
    of('于', '于', "老", "今年 今天 明天 昨天 是 说 道 笑 问 答 放 摘 拿 走 来 去 把 给 也 都 又 就 在家 在厂 当 坐 站 看 听 想 和 跟 叫 家"),
    of('于', '于', "小 老 ¬ 大小 缩小 较小 最小 古老 矮小 弱小 幼小 渺小 细小 窄小 狭小 微小 不小 变小 很小",
       "\n ， 。 ！ ？ ： , ! ? :"),
    of('征', '征', "¬ 特 象", "战 服 讨 伐 途 程 尘 夫 帆"),
    of('征', '徵', "¬ 长 远 出 东 西 南 北 亲", "稿 集 询 婚 文启"),
    of('谷', '穀', "打 打了 晒 晒了 收 收了 种 种了 稻", "子"),
    of('松', '鬆', "土 绳子 螺丝 带子 鞋带 裤带 腰带", "了 动 脱 开"),
    of('签', '籤', "神 灵 解", "¬ 名 字 约 订 到 收 署 发 合"),
    of('签', '籤', "求 抽 求了 抽了 求了支 抽了支 求了一支 抽了一支 上上 下下 竹 牙", "\n ， 。 上串 筒"),
];

/// What numbers end with.
const NUMERALS: &str = "〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两 几 数 半 每 多 余 \
                        0 1 2 3 4 5 6 7 8 9 ０ １ ２ ３ ４ ５ ６ ７ ８ ９";

/// Days of the week, which are no measure: 星期二只营业半天.
const WEEKDAYS: &str = "星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 周五 周六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六";

/// Miles at sea.
const NAUTICAL: &str = "一海 二海 三海 四海 五海 六海 七海 八海 九海 十海 百海 千海 两海 几海 数海 余海 \
                        0海 1海 2海 3海 4海 5海 6海 7海 8海 9海 ¬ 五湖四海";

/// Days that pass, after which something comes.
const DAYS: &str = "〇天 零天 一天 二天 三天 四天 五天 六天 七天 八天 九天 十天 百天 两天 几天 数天 半天 多天 余天 \
                    0天 1天 2天 3天 4天 5天 6天 7天 8天 9天";

/// What is wet first and dry later.
const DRIES: &str = "头发 毛发 衣服 床单 毛巾 河水 湖水 井水 眼泪 泪水 汗水 墨水 墨迹 血迹 油漆 油墨 嘴唇 喉咙 \
                     泥土 地面 树干 木头 井 井也 河 河也";

const fn of(character: char, form: char, before: &'static str, after: &'static str) -> Usage {
    Usage { character, form, weight: SURE, before, after }
}

const fn measure(character: char, form: char) -> Usage {
    Usage { character, form, weight: LIKELY, before: NUMERALS, after: "" }
}
