package import Kernel

/// A fixed process of one category of powers, as data: what is drawn up, checked, published and pinned by a case.
package struct ProcessDefinition: Hashable, Sendable {
    package typealias ID = Identifier<ProcessDefinition>

    /// The version of the JSON form that this code writes.
    package static let form = 1

    package let id: ID
    package let name: String
    package let category: Category
    package let version: Int
    package let texts: ProcessTexts
    package let posts: [Post]
    package let prolongation: Prolongation?
    /// The step at which a case begins.
    package let first: Step.ID
    package let steps: [Step]
    package let junctions: [Junction]
    package let endings: [Ending]
    package let timers: [ProcessTimer]?
    /// What an imported file held beside what is executed; never acted upon, given back on export.
    package let kept: [KeptPart]?

    package init(
        id: ID,
        name: String,
        category: Category,
        version: Int,
        texts: ProcessTexts,
        posts: [Post],
        prolongation: Prolongation? = nil,
        first: Step.ID,
        steps: [Step],
        junctions: [Junction] = [],
        endings: [Ending],
        timers: [ProcessTimer]? = nil,
        kept: [KeptPart]? = nil
    ) {
        self.id = id
        self.name = name
        self.category = category
        self.version = version
        self.texts = texts
        self.posts = posts
        self.prolongation = prolongation
        self.first = first
        self.steps = steps
        self.junctions = junctions
        self.endings = endings
        self.timers = timers
        self.kept = kept
    }

    /// The same process under another name, or as another version of it.
    package func renamed(_ id: ID, version: Int? = nil) -> ProcessDefinition {
        copy(id: id, version: version ?? self.version, category: category, kept: kept)
    }

    /// The same process in another category.
    package func classified(as category: Category) -> ProcessDefinition {
        copy(id: id, version: version, category: category, kept: kept)
    }

    /// The same process with other parts kept beside it.
    func keeping(_ kept: [KeptPart]) -> ProcessDefinition {
        copy(id: id, version: version, category: category, kept: kept)
    }

    private func copy(id: ID, version: Int, category: Category, kept: [KeptPart]?) -> ProcessDefinition {
        ProcessDefinition(
            id: id,
            name: name,
            category: category,
            version: version,
            texts: texts,
            posts: posts,
            prolongation: prolongation,
            first: first,
            steps: steps,
            junctions: junctions,
            endings: endings,
            timers: timers,
            kept: kept
        )
    }

    package func step(_ id: Step.ID) -> Step? { steps.first { $0.id == id } }

    package func post(_ id: Post.ID) -> Post? { posts.first { $0.id == id } }

    /// Whether a step of the kind waits at one of `places`, or lies on some way from there to an end.
    package func leads(from places: [Step.ID], to kind: StepKind) -> Bool {
        var (open, seen) = (places, Set<Step.ID>())
        while let place = open.popLast() {
            guard seen.insert(place).inserted else { continue }
            if let step = step(place) {
                if step.kind == kind { return true }
                open += step.outcomes.flatMap(\.next)
            }
            open += junctions.filter { $0.id == place }.map(\.next)
            open += (timers ?? []).filter { $0.id == place }.map(\.next)
        }
        return false
    }
}

extension ProcessDefinition: Codable {
    private enum Key: String, CodingKey {
        case form, id, name, category, version, texts, posts, prolongation, first, steps, junctions, endings, timers,
            kept
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let form = try container.decode(Int.self, forKey: .form)
        guard form == ProcessDefinition.form else {
            throw DecodingError.dataCorruptedError(
                forKey: .form,
                in: container,
                debugDescription: "expected form \(ProcessDefinition.form), found \(form)"
            )
        }
        id = try container.decode(ID.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        category = try container.decode(Category.self, forKey: .category)
        version = try container.decode(Int.self, forKey: .version)
        texts = try container.decode(ProcessTexts.self, forKey: .texts)
        posts = try container.decode([Post].self, forKey: .posts)
        prolongation = try container.decodeIfPresent(Prolongation.self, forKey: .prolongation)
        first = try container.decode(Step.ID.self, forKey: .first)
        steps = try container.decode([Step].self, forKey: .steps)
        junctions = try container.decodeIfPresent([Junction].self, forKey: .junctions) ?? []
        endings = try container.decode([Ending].self, forKey: .endings)
        timers = try container.decodeIfPresent([ProcessTimer].self, forKey: .timers)
        kept = try container.decodeIfPresent([KeptPart].self, forKey: .kept)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(ProcessDefinition.form, forKey: .form)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(category, forKey: .category)
        try container.encode(version, forKey: .version)
        try container.encode(texts, forKey: .texts)
        try container.encode(posts, forKey: .posts)
        try container.encodeIfPresent(prolongation, forKey: .prolongation)
        try container.encode(first, forKey: .first)
        try container.encode(steps, forKey: .steps)
        try container.encode(junctions, forKey: .junctions)
        try container.encode(endings, forKey: .endings)
        try container.encodeIfPresent(timers, forKey: .timers)
        try container.encodeIfPresent(kept, forKey: .kept)
    }
}
