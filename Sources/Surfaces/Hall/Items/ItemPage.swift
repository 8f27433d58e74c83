import Catalog
import HTML

/// Everything that is public about one item: the guide, its basis, limits, materials, chart, rights, code, version.
struct ItemPage: Component {
    let site: HallSite
    let place: PublicPlace
    let heading: ItemHeading
    let guide: GuideSection
    /// The main item with its parts; `nil` for an item that has none.
    let family: Outline?
    let bases: [BasisEntry]
    let limits: LimitSection
    let conditions: [String]?
    let materials: [MaterialEntry]?
    /// What people often ask.
    let questions: [CommonQuestion]
    /// By which conditions and materials are told from an application's answers.
    let rules: [RuleTableSection]
    /// `nil` when the item has no benchmark in force.
    let discretion: DiscretionSection?
    let chart: ChartSection?
    let rights: RightsSection
    let ratings: RatingSection
    let outcomes: OutcomeSection
    let delays: DelayTable
    let code: CodeSection
    let versions: VersionSection
    let messages: [AlertBox]

    private var language: PageLanguage { place.language }

    var body: any HTML {
        HallFrame(
            heading.title,
            of: site,
            part: .items,
            at: place,
            crumbs: [
                Crumb(HallLabel.items.said(in: language), to: PublicPlace.address(HallPath.items, in: language)),
                Crumb(heading.crumb),
            ],
            messages: messages
        ) {
            heading
            contents
            panel(.guide, anchor: "guide") {
                guide
                p { a(.href(HallPath.leaflet(heading.code))) { ItemLabel.leaflet.said(in: language) } }
            }
            if let family { panel(.family, anchor: "family") { language.quoted { family } } }
            if !bases.isEmpty {
                panel(.basis, anchor: "basis") { language.quoted { BasisSection(bases: bases) } }
            }
            if limits.isStated { panel(.limits, anchor: "limits") { limits } }
            if let conditions, !conditions.isEmpty {
                panel(.conditions, anchor: "conditions") {
                    ol { for condition in conditions { li { language.quoting(condition) } } }
                }
            }
            if let materials {
                panel(.materials, anchor: "materials") { MaterialSection(materials: materials, language: language) }
            }
            switch language {
            case .chinese: onlyChinese
            case .english: withoutEnglish
            }
        }
    }

    /// What there is of the page in Chinese alone.
    @HTMLBuilder private var onlyChinese: any HTML {
        if !rules.isEmpty {
            Panel("按申请表判断的规则", anchor: "rules") {
                p(.cssClass("hint")) { "网上申请时按填写的内容自动核对；认为判断有误的，仍然可以提交申请，由机关依法审查。" }
                rules
            }
        }
        if !questions.isEmpty { Panel("常见问题", anchor: "questions") { CommonQuestionList(questions: questions) } }
        if let discretion { Panel("裁量基准", anchor: DiscretionSection.anchor) { discretion } }
        if !unstated.isEmpty { Panel("未填报的内容", anchor: "unstated") { DefinitionList(unstated) } }
        panel(.rights, anchor: "rights") { rights }
        if !delays.isEmpty { Panel("超过承诺时限的办件", anchor: "delays") { delays } }
        Panel("好差评", anchor: "ratings") { ratings }
        Panel("投诉举报的处理结果", anchor: "outcomes") { outcomes }
        ComplaintPanel(line: guide.complaintLine ?? site.complaintLine, item: heading.code)
        if let chart { Panel("办理流程图", anchor: "chart") { chart } }
        Panel("事项编码的含义", anchor: "code") { code }
        Panel("结果公示", anchor: "results") {
            p { a(.href(HallPath.decisions(item: heading.code))) { "按这个事项作出并公开的决定" } }
        }
        Panel("版本", anchor: "version") { versions }
    }

    /// The end of the page in English, which says what is missing and where it stands.
    @HTMLBuilder private var withoutEnglish: any HTML {
        panel(.rights, anchor: "rights") { rights }
        panel(.onlyChinese, anchor: "chinese") {
            p { ItemLabel.onlyChineseText.english }
            p {
                a(.href(HallPath.item(heading.code)), Attribute("hreflang", PageLanguage.chinese.rawValue)) {
                    ItemLabel.chinesePage.english
                }
            }
        }
    }

    private func panel(_ label: ItemLabel, anchor: String, @HTMLBuilder content: () -> any HTML) -> Panel {
        Panel(label.said(in: language), anchor: anchor, content: content)
    }

    /// The parts of which nothing is known, told in one place instead of by empty panels.
    private var unstated: [Definition] {
        [
            ("设定和实施依据", bases.isEmpty), ("办理期限", !limits.isStated), ("受理条件", conditions?.isEmpty ?? true),
            ("申请材料", materials == nil), ("办理流程图", chart == nil),
        ].filter(\.1).map { Definition($0.0, nil) }
    }

    private var contents: any HTML {
        let (said, isChinese) = (language, language == .chinese)
        let links = [
            ("guide", ItemLabel.guide.said(in: said), true), ("basis", isChinese ? "依据" : "Basis", !bases.isEmpty),
            ("limits", isChinese ? "期限" : "Limits", limits.isStated),
            ("conditions", isChinese ? "条件" : "Conditions", conditions?.isEmpty == false),
            ("materials", isChinese ? "材料" : "Documents", materials != nil),
            ("questions", "常见问题", isChinese && !questions.isEmpty),
            (DiscretionSection.anchor, "裁量基准", isChinese && discretion != nil),
            ("rights", ItemLabel.rights.said(in: said), true), ("ratings", "好差评", isChinese),
            ("complaint", "投诉", isChinese), ("chart", "流程图", isChinese && chart != nil),
            ("code", "编码", isChinese), ("version", "版本", isChinese),
        ].filter(\.2)
        return nav(.cssClass("on-page"), .aria(.label, ItemLabel.onPage.said(in: said))) {
            ul { for (anchor, label, _) in links { li { a(.href("#\(anchor)")) { label } } } }
        }
    }
}

/// What people often ask, each answer under its question.
struct CommonQuestionList: Component {
    let questions: [CommonQuestion]

    @HTMLBuilder var body: any HTML {
        for question in questions {
            details {
                summary { question.question }
                for line in question.answer.split(whereSeparator: \.isNewline) { p { String(line) } }
            }
        }
    }
}

/// What is shown where nothing was stated.
struct Unstated: Component {
    var language = PageLanguage.chinese

    var body: any HTML { span(.cssClass("unknown")) { ItemLabel.unstated.said(in: language) } }
}

extension PageLanguage {
    /// A term and its value in the words of the page.
    func said(_ label: ItemLabel, _ words: String?) -> Definition {
        Definition(label.said(in: self)) { if let words { words } else { Unstated(language: self) } }
    }

    /// A term and what the item states under it, which is Chinese on every page.
    func stated(_ label: ItemLabel, _ chinese: String?) -> Definition {
        Definition(label.said(in: self)) { if let chinese { quoting(chinese) } else { Unstated(language: self) } }
    }

    /// A part that is Chinese on every page.
    @HTMLBuilder
    func quoted(@HTMLBuilder content: () -> any HTML) -> any HTML {
        if self == .chinese { content() } else { div(.lang(PageLanguage.chinese.rawValue)) { content() } }
    }
}

/// The item's name, what it is, and whether one can apply.
struct ItemHeading: Component {
    /// Whether applications are taken here.
    enum Applying: Sendable {
        case open(address: String)
        case closed(reason: String)
    }

    let name: String
    /// The name in English; `nil` shows the Chinese one there, too.
    let englishName: String?
    let mainName: String?
    let code: String
    let agency: String?
    let badges: [Badge]
    /// What must be known before anything else: imported only, a demonstration, abolished.
    let notices: [AlertBox]
    let applying: Applying
    /// Where a service window is booked for it; `nil` where none is.
    let booking: String?
    let language: PageLanguage

    /// The name for the browser's title and the way here.
    var title: String { language == .english ? englishName ?? name : name }

    /// The name on the way here; what the page is, where an English page has only the Chinese name.
    var crumb: String { language == .english ? englishName ?? ItemLabel.guide.english : name }

    var body: any HTML {
        div(.cssClass("item-heading")) {
            p(.cssClass("badges")) { badges }
            h1 { if language == .english, let englishName { englishName } else { language.quoting(name) } }
            if language == .english, englishName != nil { p(.cssClass("hint")) { language.quoting(name) } }
            if let mainName {
                p(.cssClass("hint")) {
                    ItemLabel.mainItem.said(in: language)
                    language == .english ? ": " : "："
                    language.quoting(mainName)
                }
            }
            p(.cssClass("hint")) {
                if let agency { language.quoting(agency) } else { ItemLabel.unstatedAgency.said(in: language) }
                "　\(ItemLabel.code.said(in: language)) "
                span(.cssClass("code-line")) { language.quoting(code) }
            }
            notices
            switch applying {
            case .open(let address):
                ButtonRow {
                    LinkButton(ItemLabel.apply.said(in: language), to: address)
                    if let booking { LinkButton(ItemLabel.book.said(in: language), to: booking, weight: .secondary) }
                    a(.href("#materials")) { ItemLabel.prepare.said(in: language) }
                }
            case .closed(let reason):
                p(.cssClass("quiet")) { reason }
                if let booking { ButtonRow { LinkButton(ItemLabel.book.said(in: language), to: booking) } }
            }
        }
    }
}

/// The guide (办事指南) as a list of terms.
///
/// - Source: 聊政办发〔2017〕74号 (service guide) for the set of fields.
struct GuideSection: Component {
    let category: String
    /// The category of the division under which it is listed, and what it states there.
    let local: StatedCategory?
    let agency: String?
    let office: String?
    let levels: String?
    let audience: String?
    let statutoryLimit: String?
    let promisedLimit: String?
    let fee: any HTML
    let charges: ChargeTable
    let preference: String?
    let permitName: String?
    let place: String?
    let hours: String?
    let phone: String?
    let complaintLine: String?
    let liability: String?
    /// The address of the page, for a telephone to scan; `nil` where nobody outside reaches it.
    let scanned: String?
    /// In whose right it is exercised and how applications are handled, as far as it is stated.
    let exercise: [(label: ItemLabel, text: String)]
    /// What only items of its category state.
    let fields: [StatedField]
    let language: PageLanguage

    @HTMLBuilder var body: any HTML {
        DefinitionList(
            [
                language.said(.category, category)
            ] + localDefinitions + [
                language.stated(.agency, agency), language.stated(.office, office), language.said(.levels, levels),
                language.stated(.audience, audience), language.said(.statutoryLimit, statutoryLimit),
                language.said(.promisedLimit, promisedLimit),
                Definition(ItemLabel.fee.said(in: language)) { fee }, language.stated(.preference, preference),
                language.stated(.result, permitName),
                language.stated(.place, place), language.stated(.hours, hours), language.stated(.phone, phone),
                language.stated(.complaintLine, complaintLine), language.stated(.liability, liability),
            ] + exercise.map { language.stated($0.label, $0.text) } + fieldDefinitions
        )
        charges
        if let scanned {
            figure(.cssClass("scan")) {
                ScanCode(scanned, label: "本页地址的二维码")
                figcaption { "扫码在手机上查看" }
            }
        }
    }

    /// The names of category fields are Chinese: in Chinese a term for each, else all under one.
    private var fieldDefinitions: [Definition] {
        guard language != .chinese, !fields.isEmpty else { return fields.map { Definition($0.name, $0.text) } }
        let all = fields.map { "\($0.name)：\($0.text)" }.joined(separator: "；")
        return [language.stated(.fields, all)]
    }

    /// What the category asks is worded by the division: in Chinese a term for each question, else all under one.
    private var localDefinitions: [Definition] {
        guard let local else { return [] }
        switch language {
        case .chinese:
            return [language.stated(.localCategory, local.chinese)]
                + local.answers.map { Definition($0.question, $0.answer) }
        case .english:
            let name = local.english.map { language.said(.localCategory, $0) }
            return [name ?? language.stated(.localCategory, local.chinese)]
                + (local.cell.map { [language.stated(.localAnswers, $0)] } ?? [])
        }
    }
}

/// The limits with their sources, and what does not count towards them.
struct LimitSection: Component {
    let statutory: String?
    let statutorySource: String?
    let promised: String?
    /// What it really took in the last days, and how often the promise was broken.
    let actual: [String]
    /// Whether its statute gives the category's applicants an answer within days, and time that does not count.
    let isLicense: Bool
    let language: PageLanguage

    var isStated: Bool { statutory != nil || promised != nil }

    /// - Source: Administrative License Law (行政许可法) art. 32 (answer within five days), 45 (time not counted).
    var body: any HTML {
        DefinitionList(
            [
                Definition(ItemLabel.statutoryLimit.said(in: language)) {
                    if let statutory {
                        p { statutory }
                        if let statutorySource {
                            p(.cssClass("hint")) {
                                ItemLabel.source.said(in: language)
                                language.quoting(statutorySource)
                            }
                        }
                    } else {
                        Unstated(language: language)
                    }
                }, language.said(.promisedLimit, promised),
                Definition(ItemLabel.actual.said(in: language)) { for sentence in actual { p { sentence } } },
            ]
                + (isLicense
                    ? [
                        language.said(.answer, ItemLabel.answerRule.said(in: language)),
                        language.said(.excluded, ItemLabel.excludedRule.said(in: language)),
                    ] : [])
        )
    }
}
