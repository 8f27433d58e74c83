/// How far the decision may be put off, who must approve it, and what the party is told.
package struct Prolongation: Hashable, Sendable, Codable {
    package let limit: StepLimit
    package let approvedBy: Post.ID
    package let documents: [StepDocument]
}
