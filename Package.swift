// swift-tools-version: 6.2
import PackageDescription

// The rings of the house, inner to outer. An arrow may only point inwards: scripts/check-dependencies holds it.
// One line a target; the ring's helper sets path, settings and what every target of the ring may see.

let platform: [Target] = [
    .platform("Kernel"),
    .platform("CanonicalJSON"),
    .platform("Database", needs: ["Kernel"]),
    .platform("EventLog", needs: ["Kernel", "Database", "CanonicalJSON", "Cryptography"]),
    .platform("WorkflowEngine", needs: ["Kernel"]),
    .platform("Cryptography", needs: ["Kernel", "CArgon2", .product(name: "Crypto", package: "swift-crypto")]),
    .platform("TransparencyLog", needs: ["Cryptography"]),
    .cLibrary("CArgon2", pkgConfig: "libargon2", provider: "libargon2-dev"),
    .platform(
        "HTML",
        resources: [.embedInCode("Assets/design.css"), .embedInCode("Assets/live.js")]
    ),
]

let capabilities: [Target] = []

let surfaces: [Target] = []

let executables: [Target] = []

let tests: [Target] = [
    .tests("Platform", of: "Kernel"),
    .tests("Platform", of: "CanonicalJSON"),
    .tests("Platform", of: "WorkflowEngine", needs: ["Kernel"]),
    .tests("Platform", of: "Cryptography", needs: ["Kernel"]),
    .tests("Platform", of: "HTML"),
    .tests("Platform", of: "TransparencyLog", needs: ["Cryptography", "Kernel"]),
]

let package = Package(
    name: "hengjian",
    products: [],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: platform + capabilities + surfaces + executables + tests,
    swiftLanguageModes: [.v6]
)

extension Target {
    /// Computed, because a constant below `package` would still be empty when `package` is built.
    static var strict: [SwiftSetting] {
        ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].map { .enableUpcomingFeature($0) }
            + [.treatAllWarnings(as: .error)]
    }

    static func platform(_ name: String, needs: [Dependency] = [], resources: [Resource] = []) -> Target {
        .target(
            name: name,
            dependencies: needs,
            path: "Sources/Platform/\(name)",
            resources: resources,
            swiftSettings: strict
        )
    }

    static func capability(_ name: String, needs: [Dependency] = [], resources: [Resource] = []) -> Target {
        .target(
            name: name,
            dependencies: ["Kernel", "Database", "EventLog"] + needs,
            path: "Sources/Capabilities/\(name)",
            resources: resources,
            swiftSettings: strict
        )
    }

    static func surface(_ name: String, needs: [Dependency] = [], resources: [Resource] = []) -> Target {
        .target(
            name: name,
            dependencies: ["Kernel", "HTML", "WebServer", "Access"] + needs,
            path: "Sources/Surfaces/\(name)",
            resources: resources,
            swiftSettings: strict
        )
    }

    /// A C library of the operating system; `provider` names the Debian package that brings it.
    static func cLibrary(_ name: String, pkgConfig: String, provider: String) -> Target {
        .systemLibrary(
            name: name,
            path: "Sources/Platform/CLibraries/\(name)",
            pkgConfig: pkgConfig,
            providers: [.apt([provider])]
        )
    }

    /// The tests of one target: `Tests/<ring>/<name>Tests`.
    static func tests(
        _ ring: String,
        of name: String,
        needs: [Dependency] = [],
        resources: [Resource] = []
    ) -> Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + needs,
            path: "Tests/\(ring)/\(name)Tests",
            resources: resources,
            swiftSettings: strict
        )
    }
}
