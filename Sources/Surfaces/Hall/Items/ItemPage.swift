import HTML

/// Everything that is public about one item: the guide, its basis, limits, materials, chart, rights, code, version.
struct ItemPage: Component {
    let site: HallSite
    let heading: ItemHeading
    let guide: GuideSection
    let bases: [BasisEntry]
    let limits: LimitSection
    let conditions: [String]?
    let materials: [MaterialEntry]?
    let chart: ChartSection?
    let rights: RightsSection
    let code: CodeSection
    let versions: VersionSection
    let messages: [AlertBox]

    var body: any HTML {
        HallFrame(
            heading.name,
            of: site,
            part: .items,
            crumbs: [Crumb("办事事项", to: HallPath.items), Crumb(heading.name)],
            messages: messages
        ) {
            heading
            contents
            Panel("办事指南", anchor: "guide") { guide }
            Panel("设定和实施依据", anchor: "basis") { BasisSection(bases: bases) }
            Panel("办理期限", anchor: "limits") { limits }
            Panel("受理条件", anchor: "conditions") { ConditionSection(conditions: conditions) }
            Panel("申请材料", anchor: "materials") { MaterialSection(materials: materials) }
            Panel("办理流程图", anchor: "chart") { flowChart }
            Panel("权利与救济", anchor: "rights") { rights }
            ComplaintPanel(line: guide.complaintLine ?? site.complaintLine)
            Panel("事项编码的含义", anchor: "code") { code }
            Panel("版本", anchor: "version") { versions }
        }
    }

    private var contents: any HTML {
        nav(.cssClass("on-page"), .aria(.label, "本页内容")) {
            ul {
                li { a(.href("#guide")) { "办事指南" } }
                li { a(.href("#basis")) { "依据" } }
                li { a(.href("#limits")) { "期限" } }
                li { a(.href("#conditions")) { "条件" } }
                li { a(.href("#materials")) { "材料" } }
                li { a(.href("#chart")) { "流程图" } }
                li { a(.href("#rights")) { "权利与救济" } }
                li { a(.href("#complaint")) { "投诉" } }
                li { a(.href("#code")) { "编码" } }
                li { a(.href("#version")) { "版本" } }
            }
        }
    }

    @HTMLBuilder private var flowChart: any HTML {
        if let chart { chart } else { Unstated() }
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
    /// When an application must be answered; only for categories whose statute says so.
    let answer: String?
    /// What does not count towards the limit.
    let excluded: String?

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
            ]
                + (answer.map { [Definition("受理答复", $0)] } ?? [])
                + (excluded.map { [Definition("不计入期限的时间", $0)] } ?? [])
        )
    }
}

/// Under which conditions an application is accepted.
struct ConditionSection: Component {
    let conditions: [String]?

    var body: any HTML {
        if let conditions, !conditions.isEmpty {
            ol { for condition in conditions { li { condition } } }
        } else {
            Unstated()
        }
    }
}
