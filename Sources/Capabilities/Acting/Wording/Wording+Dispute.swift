import Casework

/// Why jurisdiction over a case is not disputed, reported or designated so, in words.
extension Wording {
    init(_ fault: DisputeFault) {
        let article = "行政处罚法§25"
        switch fault {
        case .held(let other):
            self.init(
                409,
                "case.disputeHeld",
                "管辖确定以前应只调查取证、保全证据、解除强制措施，实为与\(other)的管辖权争议尚未解决",
                article: article
            )
        case .alreadyOpen(let other):
            self.init(409, "case.disputeOpen", "本案应没有未解决的管辖权争议，实为与\(other)正在争议", article: article)
        case .noneOpen: self.init(409, "case.disputeNone", "本案应有未解决的管辖权争议，实为没有", article: article)
        case .designated(let document):
            self.init(409, "case.disputeDesignated", "管辖应尚未指定，实为已由“\(document)”指定，应当执行", article: article)
        case .reported(let superior):
            self.init(409, "case.disputeReported", "争议应尚未报请，实为已报请\(superior)指定管辖，应等待指定", article: article)
        case .notReported(let superior):
            self.init(409, "case.disputeNotReported", "登记指定管辖以前应先报请\(superior)，实为尚未报请", article: article)
        case .notASide(let holder, let other):
            self.init(403, "case.disputeSide", "办理人应属于争议双方\(holder)或者\(other)，实为其他机关", article: article)
        case .notTheSuperior(let name):
            self.init(403, "case.disputeSuperior", "指定管辖应由\(name)批准岗位的在岗人员决定，实为其他人员", article: article)
        }
    }
}
