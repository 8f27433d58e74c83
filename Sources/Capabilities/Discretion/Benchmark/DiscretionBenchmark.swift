package import Law

/// How the discretion an item leaves is to be used (裁量基准): one version's whole content.
///
/// - Source: 行政处罚法 art. 34; 国办发〔2022〕27号 (benchmarks of every kind of power).
package struct DiscretionBenchmark: Hashable, Sendable, Codable {
    /// The document that sets it: 《…裁量基准》（…〔2026〕3号）.
    package let issuedAs: String
    package let situations: [Situation]
    /// Shown beside it, as 演示.
    package let remark: String?

    package init(issuedAs: String, situations: [Situation], remark: String? = nil) {
        self.issuedAs = issuedAs
        self.situations = situations
        self.remark = remark
    }

    package func situation(_ key: String) -> Situation? { situations.first { $0.key == key } }

    /// Every article it rests on, each once, in the order of the text.
    package var bases: [LegalBasis] {
        var seen: Set<LegalBasis> = []
        return situations.flatMap(\.rests).filter { seen.insert($0).inserted }
    }
}

/// One violation (违法行为), or one situation in which a power other than a penalty is used.
package struct Situation: Hashable, Sendable, Codable {
    /// Unique in the benchmark.
    package let key: String
    package let name: String
    package let bases: [LegalBasis]
    /// What is weighed (裁量因素).
    package let factors: [Factor]
    /// What the law allows (法定幅度), for citizens and organizations.
    package let envelopes: [LegalEnvelope]
    /// From the lightest to the gravest.
    package let grades: [Grade]

    package init(
        key: String,
        name: String,
        bases: [LegalBasis],
        factors: [Factor],
        envelopes: [LegalEnvelope],
        grades: [Grade]
    ) {
        self.key = key
        self.name = name
        self.bases = bases
        self.factors = factors
        self.envelopes = envelopes
        self.grades = grades
    }

    /// Every article it rests on: what is broken, and what allows the measures.
    package var rests: [LegalBasis] { bases + envelopes.map(\.source) }

    package func factor(_ key: String) -> Factor? { factors.first { $0.key == key } }
}

/// The measure a statute allows, in its whole extent.
package struct LegalEnvelope: Hashable, Sendable, Codable {
    package let measure: Measure
    package let source: LegalBasis

    package init(_ measure: Measure, source: LegalBasis) {
        self.measure = measure
        self.source = source
    }
}
