import HTML

/// What a party may do during a case and against its decision, with the periods.
///
/// - Source: 行政许可法 art. 7; 行政复议法 art. 20; 行政诉讼法 art. 46; 国家赔偿法 art. 9.
struct RightsSection: Component {
    /// nil shows 未填报.
    let rights: [String]?
    let remedies: [String]?

    var body: any HTML {
        h3 { "办理中的权利" }
        if let rights { ul { for right in rights { li { right } } } } else { p { Unstated() } }
        h3 { "不服决定的救济途径" }
        DataTable(
            "救济途径和期限",
            columns: [.init("途径"), .init("期限"), .init("依据")],
            rows: [
                .init(["申请行政复议", "自知道或者应当知道该行政行为之日起 60 日内", "行政复议法第二十条"]),
                .init(["提起行政诉讼", "自知道或者应当知道作出行政行为之日起 6 个月内", "行政诉讼法第四十六条"]),
                .init(["行政复议后不服，提起诉讼", "收到复议决定书之日起 15 日内", "行政诉讼法第四十五条"]),
            ]
        )
        if let remedies {
            h3 { "本事项填报的救济渠道" }
            ul { for remedy in remedies { li { remedy } } }
        }
    }

    /// Rights every party of a license case has.
    static let ofLicenseCases = [
        "陈述、申辩的权利（行政许可法第七条）",
        "涉及重大利益关系的，要求听证的权利（行政许可法第四十七条）",
        "要求说明不予许可理由的权利（行政许可法第三十八条）",
        "因违法实施行政许可受到损害的，依法要求赔偿的权利（行政许可法第七条）",
    ]
}
