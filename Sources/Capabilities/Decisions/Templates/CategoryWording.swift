import Casework
import Parties
import Processes

extension ProcessDefinition.Category {
    /// The first sign of the words of its document series, as in `许受`, `罚送`.
    var seriesPrefix: String {
        switch self {
        case .licensing: "许"
        case .penaltySimple, .penalty, .penaltyHearing: "罚"
        case .coerciveMeasure: "强"
        case .freezing: "冻"
        case .coerciveExecution: "执"
        case .substituteExecution: "代"
        case .courtEnforcement: "申执"
        case .inspection: "检"
        case .levy: "征"
        case .charge: "费"
        case .grant: "给"
        case .confirmation: "确"
        case .adjudication: "裁"
        case .reward: "奖"
        case .requisition: "用"
        case .registration: "登"
        case .other: "备"
        }
    }

    /// What is asked for and decided, as `行政许可`; procedures of one category share it.
    var subject: String {
        switch self {
        case .penaltySimple, .penalty, .penaltyHearing: "行政处罚"
        case .freezing: "行政强制措施"
        case .substituteExecution: "行政强制执行"
        case .other: "该事项"
        case .licensing, .coerciveMeasure, .coerciveExecution, .courtEnforcement, .inspection, .levy, .charge, .grant,
            .confirmation,
            .adjudication, .reward, .requisition, .registration:
            chinese
        }
    }
}

extension LegalSource {
    /// The article in words, a statute of the country under its full name.
    var official: String {
        LegalSource.national.contains(law) ? LegalSource("中华人民共和国\(description)").chinese : chinese
    }

    private static let national: Set<String> = [
        "行政处罚法", "行政强制法", "行政许可法", "行政复议法", "行政诉讼法", "民事诉讼法", "民法典", "公务员法", "突发事件应对法",
    ]
}

extension CaseDocumentFacts {
    /// Cites an article of the Administrative License Law: as the basis of a license, by analogy for any other power.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 2 (what it applies to).
    func basis(_ article: String) -> String {
        "\(matter.category == .licensing ? "依据" : "参照")\(LegalSource("行政许可法§\(article)").official)"
    }

    /// The party as the law wants it named, line by line.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 59(1); Administrative Coercion Law (行政强制法) art. 24.2(1).
    var partyLines: [(term: String, value: String)] {
        var lines: [(term: String, value: String)] = []
        switch matter.party?.identity {
        case .organization(let organization)?:
            lines = [(term: "当事人名称", value: organization.name), (term: "统一社会信用代码", value: organization.code)]
            if let representative = organization.representative {
                lines.append((term: "法定代表人", value: representative.name))
            }
        case .person(let person?)?:
            lines = [(term: "当事人姓名", value: person.name), (term: "公民身份号码", value: person.identityNumber)]
        case .person(nil)?, nil: lines = [(term: "当事人", value: applicant)]
        }
        if !matter.address.isEmpty { lines.append((term: "住址或者住所", value: matter.address)) }
        return lines
    }
}

extension String {
    /// With the full stop that whoever wrote it may have left out.
    var sentence: String {
        guard let last, !"。！？；：.".contains(last) else { return self }
        return self + "。"
    }
}
