package import Kernel

/// A responsible post of a process, before it is filled with a post of an agency.
package struct Post: Hashable, Sendable, Codable {
    package typealias ID = Identifier<Post>

    package let id: ID
    package let name: String
    package let kind: PostKind

    package init(id: ID, name: String, kind: PostKind) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}

/// The three levels at which a step is answered for: 承办, 审核, 批准.
package enum PostKind: String, Hashable, Sendable, Codable, CaseIterable {
    case handle
    case review
    case approve

    package var chinese: String {
        switch self {
        case .handle: "承办"
        case .review: "审核"
        case .approve: "批准"
        }
    }
}
