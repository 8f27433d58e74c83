import HTML

/// Everything that is public about one item: the guide, its basis, limits, materials, chart, rights, code, version.
struct ItemPage: Component {
    let site: HallSite
    let place: PublicPlace
    let heading: ItemHeading
    let guide: GuideSection
    let bases: [BasisEntry]
    let limits: LimitSection
    let conditions: [String]?
    let materials: [MaterialEntry]?
    /// By which conditions and materials are told from an application's answers.
    let rules: [RuleTableSection]
    /// `nil` when the item has no benchmark in force.
    let discretion: DiscretionSection?
    let chart: ChartSection?
    let rights: RightsSection
    let ratings: RatingSection
    let code: CodeSection
    let versions: VersionSection
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            heading.name,
            of: site,
            part: .items,
            at: place,
            crumbs: [Crumb("办事事项", to: HallPath.items), Crumb(heading.name)],
            messages: messages
        ) {
            heading
            contents
            Panel("办事指南", anchor: "guide") {
                guide
                p { a(.href(HallPath.leaflet(heading.code))) { "打印明白卡（PDF，一页）" } }
            }
            if !bases.isEmpty { Panel("设定和实施依据", anchor: "basis") { BasisSection(bases: bases) } }
            if limits.isStated { Panel("办理期限", anchor: "limits") { limits } }
            if let conditions, !conditions.isEmpty {
                Panel("受理条件", anchor: "conditions") { ol { for condition in conditions { li { condition } } } }
            }
            if let materials { Panel("申请材料", anchor: "materials") { MaterialSection(materials: materials) } }
            if !rules.isEmpty {
                Panel("按申请表判断的规则", anchor: "rules") {
                    p(.cssClass("hint")) { "网上申请时按填写的内容自动核对；认为判断有误的，仍然可以提交申请，由机关依法审查。" }
                    rules
                }
            }
            if let discretion { Panel("裁量基准", anchor: DiscretionSection.anchor) { discretion } }
            if !unstated.isEmpty { Panel("未填报的内容", anchor: "unstated") { DefinitionList(unstated) } }
            Panel("权利与救济", anchor: "rights") { rights }
            Panel("好差评", anchor: "ratings") { ratings }
            ComplaintPanel(line: guide.complaintLine ?? site.complaintLine, item: heading.code)
            if let chart { Panel("办理流程图", anchor: "chart") { chart } }
            Panel("事项编码的含义", anchor: "code") { code }
            Panel("版本", anchor: "version") { versions }
        }
    }

    /// The parts of which nothing is known, told in one place instead of by empty panels.
    private var unstated: [Definition] {
        [
            ("设定和实施依据", bases.isEmpty), ("办理期限", !limits.isStated), ("受理条件", conditions?.isEmpty ?? true),
            ("申请材料", materials == nil), ("办理流程图", chart == nil),
        ].filter(\.1).map { Definition($0.0, nil) }
    }

    private var contents: any HTML {
        let links = [
            ("guide", "办事指南", true), ("basis", "依据", !bases.isEmpty), ("limits", "期限", limits.isStated),
            ("conditions", "条件", conditions?.isEmpty == false), ("materials", "材料", materials != nil),
            (DiscretionSection.anchor, "裁量基准", discretion != nil),
            ("rights", "权利与救济", true), ("ratings", "好差评", true), ("complaint", "投诉", true),
            ("chart", "流程图", chart != nil),
            ("code", "编码", true), ("version", "版本", true),
        ].filter(\.2)
        return nav(.cssClass("on-page"), .aria(.label, "本页内容")) {
            ul { for (anchor, label, _) in links { li { a(.href("#\(anchor)")) { label } } } }
        }
    }
}

/// What is shown where nothing was stated.
struct Unstated: Component {
    var body: any HTML { span(.cssClass("unknown")) { "未填报" } }
}

/// The item's name, what it is, and whether one can apply.
struct ItemHeading: Component {
    /// Whether applications are taken here.
    enum Applying: Sendable {
        case open(address: String)
        case closed(reason: String)
    }

    let name: String
    let mainName: String?
    let code: String
    let agency: String?
    let badges: [Badge]
    /// What must be known before anything else: imported only, a demonstration, abolished.
    let notices: [AlertBox]
    let applying: Applying

    var body: any HTML {
        div(.cssClass("item-heading")) {
            p(.cssClass("badges")) { badges }
            h1 { name }
            if let mainName { p(.cssClass("hint")) { "主项：\(mainName)" } }
            p(.cssClass("hint")) {
                agency ?? "实施机关未填报"
                "　编码 "
                span(.cssClass("code-line")) { code }
            }
            notices
            switch applying {
            case .open(let address):
                ButtonRow {
                    LinkButton("在线申请", to: address)
                    a(.href("#materials")) { "先看要准备什么" }
                }
            case .closed(let reason): p(.cssClass("quiet")) { reason }
            }
        }
    }
}

/// The guide (办事指南) as a list of terms.
///
/// - Source: 聊政办发〔2017〕74号 (service guide) for the set of fields.
struct GuideSection: Component {
    let category: String
    let agency: String?
    let levels: String?
    let audience: String?
    let statutoryLimit: String?
    let promisedLimit: String?
    let fee: String?
    let permitName: String?
    let place: String?
    let hours: String?
    let phone: String?
    let complaintLine: String?

    var body: any HTML {
        DefinitionList([
            Definition("事项类型", category),
            Definition("实施主体", agency),
            Definition("行使层级", levels),
            Definition("服务对象", audience),
            Definition("法定时限", statutoryLimit),
            Definition("承诺时限", promisedLimit),
            Definition("收费", fee),
            Definition("办理结果", permitName),
            Definition("办理地点", place),
            Definition("办理时间", hours),
            Definition("咨询电话", phone),
            Definition("监督投诉电话", complaintLine),
        ])
    }
}

/// The limits with their sources, and what does not count towards them.
struct LimitSection: Component {
    let statutory: String?
    let statutorySource: String?
    let promised: String?
    /// What it really took in the last days, and how often the promise was broken.
    let actual: [String]
    /// When an application must be answered; only for categories whose statute says so.
    let answer: String?
    /// What does not count towards the limit.
    let excluded: String?

    var isStated: Bool { statutory != nil || promised != nil }

    var body: any HTML {
        DefinitionList(
            [
                Definition("法定时限") {
                    if let statutory {
                        p { statutory }
                        if let statutorySource { p(.cssClass("hint")) { "依据：\(statutorySource)" } }
                    } else {
                        Unstated()
                    }
                },
                Definition("承诺时限", promised),
                Definition("实际用时") { for sentence in actual { p { sentence } } },
            ]
                + (answer.map { [Definition("受理答复", $0)] } ?? [])
                + (excluded.map { [Definition("不计入期限的时间", $0)] } ?? [])
        )
    }
}
