import Casework
import Directory
import Kernel

/// Why a legal review is not done, answered or settled so, in words.
extension Wording {
    init(_ fault: LegalReviewFault) {
        let article = "行政处罚法§58"
        let policy = "国办发〔2018〕118号§四"
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
        case .notWaiting: self.init(409, "case.reviewNotWaiting", "办件应在法制审核环节，实为其他环节", article: article)
        case .waits(let phase):
            self.init(409, "case.reviewWaits", "法制审核应由审核人员办理，实为\(phase.chinese)", article: article)
        case .materialsMissing(let names):
            self.init(
                422,
                "case.reviewMaterialsMissing",
                "应提交的审核材料应齐全，实为缺\(names.joined(separator: "、"))",
                article: policy
            )
        case .nothingNamed(let verb):
            self.init(422, "case.reviewNothingNamed", "“\(verb.chinese)”应写明至少一项，最多20项，实为没有或者过多", article: policy)
        case .nothingWanting:
            self.init(422, "case.reviewNothingWanting", "不同意的审核意见书应至少有一项内容不符合，实为没有", article: policy)
        case .notWanted(let name):
            self.init(422, "case.reviewNotWanted", "材料应为所要求的，实为“\(name.prefix(100))”", article: policy)
        case .notFiled(let name):
            self.init(422, "case.reviewNotFiled", "材料应为卷内的文书或者证据，实为“\(name.prefix(100))”", article: policy)
        case .nothingAsked: self.init(409, "case.reviewNothingAsked", "审核人员应已要求补充材料，实为没有", article: policy)
        case .notOpposed: self.init(409, "case.reviewNotOpposed", "审核人员应已提出不同意意见并等待答复，实为没有", article: policy)
        case .contestLate(let last):
            self.init(409, "case.reviewContestLate", "申请复审应不晚于\(last.chinese)，实为已过期限", article: policy)
        case .notContested: self.init(409, "case.reviewNotContested", "承办机构应已申请复审，实为没有", article: policy)
        case .anotherReviewer(let name):
            self.init(403, "case.reviewAnother", "复审应由其他审核人员（如\(name)）答复，实为原审核人员", article: policy)
        case .notMaintained: self.init(409, "case.reviewNotMaintained", "协调解决应在复审维持原意见之后，实为尚未", article: policy)
        }
    }
}
