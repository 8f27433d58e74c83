import Casework
import Kernel
import Processes
package import Sanctions

extension Wording {
    /// Words what is refused because of a paper, a piece of evidence or a day.
    init(_ refusal: PaperRefusal) {
        switch refusal {
        case .unexpected(let name): self.init(422, "case.documentUnexpected", "文书应为本环节所列文书，实为《\(name)》")
        case .fieldUnknown(let document, let field):
            self.init(422, "case.documentFieldUnknown", "《\(document)》没有“\(field)”这一栏")
        case .fieldMissing(let document, let field, let source):
            self.init(
                422,
                "case.documentFieldMissing",
                "《\(document)》的“\(field)”应为填写，实为空白",
                article: source?.description ?? ""
            )
        case .rowsMissing(let document, let field, let atLeast, let found):
            self.init(
                422,
                "case.documentRowsMissing",
                "《\(document)》的“\(field)”应为\(atLeast)行以上，实为\(found)行"
            )
        case .bars(let document, let field, let found, let source):
            self.init(
                409,
                "case.documentBars",
                "《\(document)》的“\(field)”为“\(found)”，不得以此结果办结本环节；应退回或者选择其他结果",
                article: source?.description ?? ""
            )
        }
    }

    package init(_ fault: SanctionFault) {
        let article = "行政处罚法§59"
        switch fault {
        case .none: self.init(422, "case.sanctionsMissing", "处罚应为一种以上，实为没有", article: article, field: "kind-0")
        case .amountMissing(let kind):
            self.init(422, "case.amountMissing", "“\(kind.chinese)”应写明金额，实为没有", article: article, field: "amount-0")
        case .amountUnexpected(let kind):
            self.init(
                422,
                "case.amountUnexpected",
                "“\(kind.chinese)”应为没有金额，实为填写了金额",
                article: article,
                field: "amount-0"
            )
        case .amountTooGreat(let kind):
            self.init(
                422,
                "case.amountTooGreat",
                "“\(kind.chinese)”的金额应为一千亿元以下，实为更大",
                article: article,
                field: "amount-0"
            )
        case .objectMissing(let kind):
            self.init(422, "case.objectMissing", "“\(kind.chinese)”应写明对象和期限，实为没有", article: article, field: "object-0")
        }
    }

    package init(_ bar: SanctionLimits.SimpleBar) {
        let article = "行政处罚法§51"
        switch bar {
        case .kind(let kind):
            self.init(
                409,
                "case.notSimple",
                "当场处罚应为警告或者罚款，实为\(kind.chinese)；应适用普通程序",
                article: article,
                field: "kind-0"
            )
        case .fine(let fine, let limit):
            self.init(
                409,
                "case.notSimple",
                "当场罚款应为\(limit.grouped)元以下，实为\(fine.grouped)元；应适用普通程序",
                article: article,
                field: "amount-0"
            )
        }
    }

    package init(_ excess: SanctionExcess) {
        switch excess {
        case .untold(let kind):
            self.init(
                409,
                "case.heavierThanTold",
                "处罚应为已告知当事人的种类，实为未告知的“\(kind.chinese)”；应重新告知",
                article: "行政处罚法§44",
                field: "kind-0"
            )
        case .higher(let kind, let told, let found):
            self.init(
                409,
                "case.heavierThanTold",
                "“\(kind.chinese)”应为告知的\(told.grouped)元以下，实为\(found.grouped)元；不得因陈述、申辩或者听证加重",
                article: "行政处罚法§45",
                field: "amount-0"
            )
        }
    }
}

/// What a paper was refused for, as one value.
enum PaperRefusal {
    case unexpected(String)
    case fieldUnknown(document: String, field: String)
    case fieldMissing(document: String, field: String, source: LegalSource?)
    case rowsMissing(document: String, field: String, atLeast: Int, found: Int)
    case bars(document: String, field: String, found: String, source: LegalSource?)
}
