/// What a value consists of, for comparing values whose types are not `Equatable`.
indirect enum Shape: Hashable {
    case leaf(type: String, text: String)
    case parts(type: String, [Part])
    case members(type: String, Set<Shape>)

    struct Part: Hashable {
        let label: String?
        let shape: Shape
    }

    init(_ value: Any) {
        let mirror = Mirror(reflecting: value)
        let type = "\(mirror.subjectType)"
        switch mirror.displayStyle {
        case .set, .dictionary:
            self = .members(type: type, Set(mirror.children.map { Shape($0.value) }))
        case _ where mirror.children.isEmpty:
            self = .leaf(type: type, text: "\(value)")
        default:
            self = .parts(type: type, mirror.children.map { Part(label: $0.label, shape: Shape($0.value)) })
        }
    }
}
