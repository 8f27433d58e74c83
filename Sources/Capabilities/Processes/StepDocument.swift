/// A document that a step must leave in the dossier.
package struct StepDocument: Hashable, Sendable, Codable {
    package let name: String
    /// What it must say or bear, by law.
    package let contents: [DocumentContent]
    /// What its form asks, where the process says it itself; otherwise the form of that name, if there is one.
    package let fields: [DocumentField]?

    package init(_ name: String, contents: [DocumentContent] = [], fields: [DocumentField]? = nil) {
        self.name = name
        self.contents = contents
        self.fields = fields
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        contents = try container.decodeIfPresent([DocumentContent].self, forKey: .contents) ?? []
        fields = try container.decodeIfPresent([DocumentField].self, forKey: .fields)
    }

    /// Whether the party is given it: what bears the seal leaves the house.
    package var isForParty: Bool { contents.contains(.seal) }
}

/// A content of documents that statutes ask for.
package enum DocumentContent: String, Hashable, Sendable, Codable, CaseIterable {
    case reasons
    case remedies
    case seal
    case date
    case allCorrections
    case competentAgency
    case requiredTime
    case statementRight
    case hearingRight
    case signedRecord
    case itemList
    case receipt

    package var chinese: String {
        switch self {
        case .reasons: "理由"
        case .remedies: "复议、诉讼权利"
        case .seal: "印章"
        case .date: "日期"
        case .allCorrections: "需要补正的全部内容"
        case .competentAgency: "有权受理的机关"
        case .requiredTime: "所需时间"
        case .statementRight: "陈述申辩权"
        case .hearingRight: "要求听证的权利"
        case .signedRecord: "签名的笔录"
        case .itemList: "财物清单"
        case .receipt: "财政票据"
        }
    }
}

extension ProcessDefinition {
    /// Every document that a step or an outcome lists, in the order of the process.
    package var listedDocuments: [StepDocument] {
        steps.flatMap { step in step.documents + step.outcomes.flatMap(\.documents) }
    }
}
