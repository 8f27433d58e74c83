import Documents

/// A paper that says no more than the opinion with which a step was done, as 审核意见表.
package struct OpinionPaper: Hashable, Sendable {
    package let name: String
    package let step: String
    package let outcome: String
    package let text: String

    var document: [DocumentBlock] {
        [
            .table(.definitions([(term: "环节", value: step), (term: "结论", value: outcome)])), .heading("意见"),
            .paragraph(text),
        ]
    }
}
