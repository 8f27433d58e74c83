/// Finds names of natural persons in free text by what stands around them, and leaves the surname.
///
/// Behind a word for a role (证人张小三、李四), before a courtesy title (张小三先生), and before sex or birth (李四，男).
/// A name wrongly found costs a word; one not found costs a person, so doubt hides.
enum NamesInText {
    static func masked(_ text: String) -> String {
        let characters = Array(text)
        var spans: [Range<Int>] = []
        for index in characters.indices {
            if let role = roles[characters[index]]?.first(where: { characters[index...].starts(with: $0) }) {
                spans += names(behind: index + role.count, in: characters)
            }
            for title in titles where characters[index...].starts(with: title) {
                if let name = name(before: index, in: characters) { spans.append(name) }
            }
        }
        return characters.replacing(spans) { Masking.name(String($0), .bystander) }
    }

    /// One name, and those that follow it in a list.
    private static func names(behind start: Int, in text: [Character]) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        var next = ContactsInText.forth(from: start, in: text) { "：:为是系叫 “‘（(".contains($0) }
        for label in ["姓名：", "姓名:", "姓名"] where text[next...].starts(with: label) { next += label.count }
        while let span = name(at: next, in: text) {
            spans.append(span)
            guard span.upperBound < text.count, "、和及与".contains(text[span.upperBound]) else { break }
            next = span.upperBound + 1
        }
        return spans
    }

    private static func name(at start: Int, in text: [Character]) -> Range<Int>? {
        guard start < text.count else { return nil }
        if let long = dotted(at: start, in: text) { return long }
        let two = String(text[start...].prefix(2))
        guard two.count == 2, !words.contains(two), !two.contains("某"), !two.contains("*") else { return nil }
        let surname = Surnames.compound.contains(two) ? 2 : 1
        guard surname == 2 || Surnames.common.contains(text[start]) else { return nil }
        let given = ContactsInText.forth(from: start + surname, in: text) { $0.isIdeograph } - start - surname
        guard given > 0 else { return nil }
        let second = start + surname + 1
        let isLong = given > 1 && !stops.contains(text[second])
        let end = isLong ? second + 1 : second
        guard !text[start..<end].contains("某") else { return nil }
        // A surname that begins many words counts only where the name ends visibly.
        let endsVisibly = end == text.count || !text[end].isIdeograph || stops.contains(text[end])
        return endsVisibly || !Surnames.doubtful.contains(text[start]) ? start..<end : nil
    }

    /// 阿卜杜拉·买买提.
    private static func dotted(at start: Int, in text: [Character]) -> Range<Int>? {
        let dot = ContactsInText.forth(from: start, in: text) { $0.isIdeograph }
        guard dot - start >= 2, dot < text.count, "·•．".contains(text[dot]) else { return nil }
        var end = dot + 1
        while end < text.count, end - dot <= 4, text[end].isIdeograph, end - dot <= 2 || !stops.contains(text[end]) {
            end += 1
        }
        return end - dot > 2 ? start..<end : nil
    }

    private static func name(before end: Int, in text: [Character]) -> Range<Int>? {
        for length in [4, 3, 2] where end >= length {
            let start = end - length
            let name = text[start..<end]
            guard name.allSatisfy(\.isIdeograph), !name.contains("某") else { continue }
            let two = String(name.prefix(2))
            if words.contains(two) { continue }
            if length == 4 ? Surnames.compound.contains(two) : Surnames.common.contains(text[start]) {
                return start..<end
            }
        }
        return nil
    }

    private static let roles: [Character: [[Character]]] = {
        let words = [
            "证人", "举报人", "投诉人", "申请人", "当事人", "联系人", "法定代表人", "负责人", "监护人", "代理人", "受托人",
            "委托人", "利害关系人", "户主", "配偶", "妻子", "丈夫", "儿子", "女儿", "父亲", "母亲", "之子", "之女", "其妻",
            "其夫", "其子", "其女", "患者", "学生", "学员", "死者", "被害人", "受害人", "伤者", "房东", "业主", "承租人",
            "出租人", "邻居", "村民", "居民", "经营者", "投资人", "股东", "合伙人", "收件人", "签收人", "代收人", "当事者",
            "报案人", "信访人", "申诉人", "来访人", "被投诉人", "被举报人", "被申请人", "驾驶人", "驾驶员", "司机", "厨师",
            "从业人员", "员工", "职工", "保管人", "见证人", "在场人", "翻译人员", "鉴定人", "家长", "婴儿", "幼儿", "儿童",
            "老人", "残疾人", "退役军人", "雇主", "雇员", "保姆", "教师", "医师", "护士", "兽医", "姓名", "联系：", "名叫",
        ].map(Array.init)
        return Dictionary(grouping: words, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
    }()

    private static let titles = [
        "先生", "女士", "小姐", "同志", "（男", "(男", "（女", "(女", "，男", "，女", ",男", ",女", "（身份证", "(身份证", "（公民身份",
        "，身份证", "，公民身份", "（电话", "(电话", "（手机", "（住",
    ].map(Array.init)

    /// What begins like a name and is none.
    private static let words: Set<String> = [
        "陈述", "陈列", "张贴", "张挂", "林地", "林木", "林权", "林业", "范围", "付款", "付清", "董事", "杜绝", "谢绝", "罗列",
        "许可", "方可", "方式", "方面", "关于", "关系", "关闭", "高于", "高度", "高级", "任何", "任意", "任职", "何时", "何种",
        "周边", "周围", "周期", "单位", "单独", "包括", "包装", "程序", "计算", "计划", "施工", "施行", "严重", "严格", "金额",
        "余额", "余下", "文件", "文书", "文化", "常年", "常住", "和解", "易于", "曾经", "曾用", "齐全", "马上", "黄色", "安全",
        "安装", "安置", "成立", "成为", "成员", "明知", "明确", "温度", "万元", "连续", "连带", "时间", "时任", "应当", "应予",
        "于是", "向本", "向我", "向其", "石料", "江水", "田间", "段落", "雷同", "白色", "龙头", "史料", "毛重", "武装", "康复",
        "胡乱", "朱红", "孔径", "汤料", "江边", "丁类", "钱款", "项目", "宋体", "唐代", "韩国", "国家", "古树", "水库",
        "宁可", "季节", "童装", "路面", "申请", "申报", "申诉", "承诺", "阴天", "景区", "车辆", "房屋", "商品", "农村", "城市",
        "全部", "水电", "经营", "党员", "阳光", "空调", "都是", "项下", "华侨", "车间", "左右", "池塘", "干部", "解除", "游客",
    ]

    /// What does not end a given name but begins the next word.
    private static let stops: Set<Character> = Set(
        "的向在与和及于称说提因等为被将已对到从至以系是同时自有未不经持就并或购销租借开设办从违无拒要认签领交取住报反举诉述申陈收付支擅所可应须需该此之依按共本作出了着过进处涉也均都又先后前中上下先女男变更转换补死离入退缴确核验"
    )
}

extension Character {
    var isIdeograph: Bool { unicodeScalars.allSatisfy(\.properties.isIdeographic) }
}
