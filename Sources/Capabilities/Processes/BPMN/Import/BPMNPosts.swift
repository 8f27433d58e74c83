import Interchange
import Kernel

/// The posts of a process of another program: its lanes, else whom the program gives its tasks to, else the pool.
struct BPMNPosts {
    private(set) var posts: [Post] = []
    private let process: BPMNProcess
    private let own: ProcessDefinition?
    private var byKey: [String: Post.ID] = [:]
    private let pool: String

    init(_ process: BPMNProcess, pool: String?, own: ProcessDefinition?) {
        self.process = process
        self.own = own
        self.pool = [pool, process.element["name"]].compactMap(\.self).first { !$0.isEmpty } ?? "承办岗位"
    }

    /// Returns who does what stands at the node; a node that is `nil` is done by whoever begins.
    mutating func post(of number: Int?) -> Post.ID {
        var place = number
        while let node = place {
            if let lane = process.laneOfNode[process.nodes[node].id] {
                return post(key: lane["id"] ?? "", name: lane["name"] ?? "")
            }
            place = process.nodes[node].scope
        }
        let group = number.flatMap { BPMNPosts.group(of: process.nodes[$0].element) }
        return post(key: "", name: group ?? "")
    }

    private mutating func post(key: String, name: String) -> Post.ID {
        // A pool is an agency; it says nothing of a level.
        let kind = name.isEmpty ? PostKind.handle : BPMNPosts.kind(of: name)
        let name = name.isEmpty ? pool : name
        let key = key.isEmpty ? "name:\(name)" : key
        if let known = byKey[key] { return known }
        let same = own?.posts.first { "\($0.name)（\($0.kind.chinese)）" == name }
        let post = same ?? Post(id: Post.ID(fresh()), name: name, kind: kind)
        byKey[key] = post.id
        if !posts.contains(post) { posts.append(post) }
        return post.id
    }

    private func fresh() -> String {
        let taken = Set((posts + (own?.posts ?? [])).map(\.id.text))
        return (1...).lazy.map { "p\($0)" }.first { !taken.contains($0) } ?? "p"
    }

    /// Whom a vendor's attribute or element, or BPMN's own resource roles, name; an expression names nobody yet.
    private static func group(of element: MarkupElement) -> String? {
        let vendors = element.attributes.filter { !$0.name.namespace.isEmpty }.map { ($0.name.local, $0.value) }
        let extensions = element.children.first { $0.isBPMN("extensionElements") }?.children ?? []
        let assigned = extensions.filter { $0.name.local == "assignmentDefinition" }
            .flatMap(\.attributes).map { ($0.name.local, $0.value) }
        let roles = element.children.filter {
            $0.isBPMN && ["potentialOwner", "humanPerformer"].contains($0.name.local)
        }
        .map { ($0.name.local, $0.deepText.trimmingMarkupSpaces) }
        let said = vendors + assigned + roles
        for key in ["candidateGroups", "potentialOwner", "assignee", "humanPerformer", "candidateUsers"] {
            let value = said.first { $0.0 == key }?.1.split(separator: ",").first.map(String.init) ?? ""
            if !value.isEmpty, !value.contains("{"), !value.hasPrefix("=") { return value }
        }
        return nil
    }

    private static func kind(of name: String) -> PostKind { words.meaning(of: name) ?? .handle }

    private static let words = LikelyWords<PostKind>([
        ("批准", .approve), ("审批", .approve), ("领导", .approve), ("局长", .approve), ("主任", .approve),
        ("approv", .approve), ("director", .approve), ("审核", .review), ("复核", .review), ("法制", .review),
        ("科长", .review), ("review", .review), ("manager", .review),
    ])
}

extension MarkupElement {
    /// Its text and that of everything in it.
    var deepText: String { text + children.map(\.deepText).joined() }
}
