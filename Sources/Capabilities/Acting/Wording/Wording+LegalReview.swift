import Casework
import Directory

/// Why a legal review is not done, answered or settled so, in words.
extension Wording {
    init(_ fault: LegalReviewFault) {
        let article = "行政处罚法§58"
        switch fault {
        case .unqualified(_, let isSelf):
            self.init(
                403,
                "case.reviewerUnqualified",
                "法制审核人员应取得法律职业资格，或者在\(LegalQualification.neededFrom)以前已从事行政处罚决定法制审核，"
                    + "实为\(isSelf ? "" : "协办人员")均未登记",
                article: article,
                field: isSelf ? nil : "companions"
            )
        }
    }
}
