// swift-tools-version: 6.2
import Foundation
import PackageDescription

// The rings of the house, inner to outer. An arrow may only point inwards: scripts/check-dependencies holds it.
// One line a target; the ring's helper sets path, settings and what every target of the ring may see.

// Data that ships with the program; every ring may depend on it, it depends on nothing of ours.
let definitions: Target = .target(
    name: "Definitions",
    path: "Definitions",
    exclude: ["README.md"],
    resources: [
        .copy("api"), .copy("calendar"), .copy("catalog"), .copy("decisions"), .copy("demonstration"),
        .copy("divisions"), .copy("documents"), .copy("dossiers"), .copy("hall"), .copy("law"),
        .copy("participation"), .copy("processes"), .copy("publicity"), .copy("supervision"),
    ],
    swiftSettings: Target.strict
)

let platform: [Target] = [
    .platform("Kernel"),
    .platform("CanonicalJSON"),
    .platform("Database", needs: ["Kernel"]),
    .platform("EventLog", needs: ["Kernel", "Database", "CanonicalJSON", "Cryptography"]),
    .platform("WorkflowEngine", needs: ["Kernel"]),
    .platform("DecisionTables", needs: ["Interchange", "Kernel"]),
    .platform(
        "Cryptography",
        needs: [
            "CArgon2", "Kernel", .product(name: "Crypto", package: "swift-crypto"), .jwtKit,
            .product(name: "SwiftASN1", package: "swift-asn1"), .product(name: "X509", package: "swift-certificates"),
        ]
    ),
    .platform(
        "Gateways",
        needs: [
            "Kernel", .product(name: "AsyncHTTPClient", package: "async-http-client"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
        ]
    ),
    .platform("TransparencyLog", needs: ["Cryptography"]),
    .platform("BlobStore", needs: ["Cryptography", "Kernel"]),
    .platform("Documents", needs: ["Kernel", "CPangoCairo", "CQREncode"]),
    .cLibrary("CPangoCairo", pkgConfig: "pangocairo", provider: "libpango1.0-dev"),
    .cLibrary("CQREncode", pkgConfig: "libqrencode", provider: "libqrencode-dev"),
    .cLibrary("CArgon2", pkgConfig: "libargon2", provider: "libargon2-dev"),
    .platform(
        "HTML",
        resources: [
            "design.css", "field-case.js", "field-send.js", "field-sign.js", "field-store.js", "field-worker.js",
            "field.js", "draft.js", "icon.svg", "live.js", "suggest.js", "upload.js",
        ].map { .embedInCode("Assets/\($0)") }
    ),
    .platform("Interchange", needs: ["CExpat", "Kernel"]),
    .cLibrary("CExpat", pkgConfig: "expat", provider: "libexpat1-dev"),
    .cLibrary("CZlib", pkgConfig: "zlib", provider: "zlib1g-dev"),
    .platform("SQLiteDriver", needs: ["Database", .grdb, .sqlite]),
    .cLibrary("CPq", pkgConfig: "libpq", provider: "libpq-dev"),
    .platform("PostgresDriver", needs: ["Database", "CPq"]),
    .platform(
        "WebServer",
        needs: [
            "CZlib", "Cryptography", "HTML", "Kernel", .product(name: "Hummingbird", package: "hummingbird"), .logging,
            .lifecycle, .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
        ]
    ),
]

let capabilities: [Target] = [
    .pureCapability("Codes", needs: ["Definitions", "Interchange"]),
    .pureCapability("TimeLimits", needs: ["Definitions", "Interchange"]),
    .pureCapability("Sanctions"),
    .capability("RuleTables", needs: ["DecisionTables", "Definitions", "Directory", "Interchange", "Sanctions"]),
    .capability(
        "Processes",
        needs: ["Definitions", "Documents", "Interchange", "RuleTables", "TimeLimits", "WorkflowEngine"]
    ),
    .capability("Law", needs: ["CanonicalJSON", "Cryptography", "Interchange"]),
    .capability("Directory", needs: ["CanonicalJSON", "Codes", "Interchange"]),
    .capability("Access", needs: ["Cryptography", "Directory"]),
    .capability("Parties", needs: ["BlobStore", "Codes", "Cryptography"]),
    .capability(
        "Catalog",
        needs: [
            "BlobStore", "CanonicalJSON", "Codes", "DecisionTables", "Definitions", "Directory", "Interchange", "Law",
        ]
    ),
    .capability("Discretion", needs: ["CanonicalJSON", "DecisionTables", "Definitions", "Interchange", "Law"]),
    .capability(
        "Bookings",
        needs: [
            "CanonicalJSON", "Casework", "Catalog", "Cryptography", "Definitions", "Directory", "Parties", "TimeLimits",
        ]
    ),
    .capability(
        "Exchange",
        needs: [
            "Access", "Bookings", "Casework", "Catalog", "Cryptography", "Directory", "Discretion", "Law",
            "Participation", "Parties", "Processes", "Supervision",
        ]
    ),
    .capability(
        "Casework",
        needs: [
            "BlobStore", "CanonicalJSON", "Catalog", "Codes", "Cryptography", "DecisionTables", "Definitions",
            "Directory", "Discretion", "Law", "Parties", "Processes", "RuleTables", "Sanctions", "TimeLimits",
            "WorkflowEngine",
        ]
    ),
    .capability(
        "Decisions",
        needs: [
            "BlobStore", "CanonicalJSON", "Casework", "Codes", "Cryptography", "Definitions", "Directory", "Documents",
            "Interchange", "Parties", "Processes", "Sanctions", "TimeLimits",
        ]
    ),
    .capability(
        "Supervision",
        needs: [
            "BlobStore", "Casework", "Catalog", "DecisionTables", "Definitions", "Directory", "Discretion", "Documents",
            "Participation", "Parties", "Processes", "Publicity", "RuleTables", "Sanctions", "TimeLimits",
        ]
    ),
    .capability(
        "Publicity",
        needs: [
            "Casework", "Codes", "Cryptography", "Definitions", "Directory", "Parties", "Processes", "Sanctions",
            "TimeLimits", "TransparencyLog",
        ]
    ),
    .capability(
        "Participation",
        needs: [
            "BlobStore", "Casework", "Catalog", "Codes", "Cryptography", "Definitions", "Directory", "Documents",
            "Parties", "TimeLimits",
        ]
    ),
    .capability(
        "Acting",
        needs: [
            "Access", "BlobStore", "Bookings", "Casework", "Catalog", "Codes", "Decisions", "Directory", "Discretion",
            "Law", "Participation", "Parties", "Processes", "Publicity", "RuleTables", "Sanctions", "TimeLimits",
            "WorkflowEngine",
        ]
    ),
]

let surfaces: [Target] = [
    .surface(
        "Hall",
        needs: [
            "BlobStore", "Bookings", "CanonicalJSON", "Casework", "Catalog", "Codes", "Cryptography", "Decisions",
            "Directory", "Discretion", "Documents", "EventLog", "Interchange", "Law", "Participation", "Parties",
            "Processes", "Publicity", "Sanctions", "Supervision", "TimeLimits",
        ]
    ),
    .surface(
        "Workspace",
        needs: [
            "Acting", "BlobStore", "Bookings", "CanonicalJSON", "Casework", "Catalog", "Codes", "Cryptography",
            "Database", "DecisionTables", "Decisions", "Directory", "Discretion", "Documents", "EventLog", "Exchange",
            "Interchange", "Law", "Participation", "Parties", "Processes", "Publicity", "RuleTables", "Sanctions",
            "Supervision", "TimeLimits", "WorkflowEngine", .logging,
        ]
    ),
    .surface(
        "Administration",
        needs: [
            "Bookings", "Casework", "Catalog", "Database", "Directory", "Documents", "EventLog", "Exchange",
            "Interchange",
        ]
    ),
    .surface(
        "SupervisionDesk",
        needs: [
            "Acting", "BlobStore", "Casework", "Catalog", "Codes", "Cryptography", "DecisionTables", "Directory",
            "Documents", "EventLog", "Interchange", "Participation", "Parties", "Processes", "Publicity", "RuleTables",
            "Sanctions", "Supervision", "TimeLimits", "WorkflowEngine",
        ]
    ),
    .surface(
        "RESTAPI",
        needs: [
            "Acting", "BlobStore", "CanonicalJSON", "Casework", "Catalog", "Codes", "Cryptography", "Decisions",
            "Definitions", "Directory", "Discretion", "EventLog", "Parties", "Processes", "Publicity", "Sanctions",
            "Supervision", "TimeLimits", .logging,
        ]
    ),
]

/// What the composition root puts together.
let modules: [Target.Dependency] = [
    "Access", "BlobStore", "Bookings", "Casework", "Catalog", "Codes", "Cryptography", "Database", "Decisions",
    "Directory", "Discretion", "EventLog", "Exchange", "Law", "Participation", "Parties", "PostgresDriver", "Processes",
    "Publicity", "RuleTables", "SQLiteDriver", "Sanctions", "Supervision", "TimeLimits", "TransparencyLog",
]

let executables: [Target] = [
    .rim("Composition", needs: modules),
    .rim("Demonstration", needs: ["Composition", "Definitions", "Documents", "Interchange"] + modules),
    .executable(
        "hengjian",
        needs: [
            "Acting", "Administration", "Composition", "DecisionTables", "Definitions", "Demonstration",
            "Documents", "Gateways", "Hall", "HTML", "Interchange", "RESTAPI", "SupervisionDesk", "WebServer",
            "WorkflowEngine", "Workspace", .logging, .lifecycle,
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ] + modules
    ),
]

let tests: [Target] = [
    .tests("Platform", of: "Kernel"),
    .tests("Platform", of: "CanonicalJSON"),
    .tests("Platform", of: "WorkflowEngine", needs: ["Kernel"]),
    .tests("Platform", of: "DecisionTables", needs: ["Interchange", "Kernel"]),
    .tests("Platform", of: "Cryptography", needs: ["Kernel", .jwtKit]),
    .tests("Platform", of: "Gateways", needs: ["Kernel", "TestSupport"]),
    .tests("Platform", of: "HTML"),
    .tests("Platform", of: "BlobStore", needs: ["Cryptography", "Kernel"]),
    .tests("Platform", of: "Documents", needs: ["Kernel", "TestSupport"]),
    .tests(
        "Platform",
        of: "WebServer",
        needs: ["Cryptography", "HTML", "Kernel", "TestSupport", .logging, .lifecycle]
    ),
    .tests("Platform", of: "TransparencyLog", needs: ["Cryptography", "Kernel"]),
    .tests("Platform", of: "Interchange", needs: ["Kernel", "TestSupport"]),
    .tests("Capabilities", of: "Codes", needs: ["Definitions", "Interchange", "Kernel"]),
    .tests("Executables", of: "Demonstration", needs: ["Composition", "Kernel", "TestSupport"] + modules),
    .tests(
        "Executables",
        of: "hengjian",
        needs: [
            "Access", "Administration", "Casework", "Composition", "Cryptography", "Database", "Definitions",
            "Demonstration", "Directory", "EventLog", "HTML", "Hall", "Interchange", "Kernel", "SQLiteDriver",
            "TestSupport", "WebServer", .logging,
        ]
    ),
    .tests("Capabilities", of: "TimeLimits", needs: ["Kernel"]),
    .tests("Capabilities", of: "Sanctions", needs: ["Kernel"]),
    .tests(
        "Capabilities",
        of: "RuleTables",
        needs: ["Cryptography", "DecisionTables", "Directory", "Sanctions"] + .storage
    ),
    .aid("TestSupport", in: "Support", needs: ["Kernel", "Database", "SQLiteDriver", "PostgresDriver"]),
    .aid(
        "TestHouse",
        in: "House",
        needs: [
            "BlobStore", "Casework", "Catalog", "Codes", "Cryptography", "Database", "DecisionTables", "Directory",
            "Discretion", "EventLog", "Kernel", "Law", "Parties", "Processes", "RuleTables", "TestSupport",
            "TimeLimits",
        ]
    ),
    .tests("Capabilities", of: "Casework", needs: ["BlobStore"] + .house(beside: "Casework")),
    .tests("Capabilities", of: "Decisions", needs: ["BlobStore", "Documents", "Interchange"] + .house),
    .tests("Surfaces", of: "Workspace", needs: ["Acting", "Browser", "WorkflowEngine"] + .desk),
    .tests("Surfaces", of: "RESTAPI", needs: ["CanonicalJSON", "hengjian"] + .desk),
    .tests("Capabilities", of: "Acting", needs: ["Casework", "Directory", "EventLog", "Kernel", "Processes"]),
    .tests("Surfaces", of: "SupervisionDesk", needs: ["Interchange", "WorkflowEngine"] + .desk),
    .tests("Capabilities", of: "Bookings", needs: .house),
    .tests("Capabilities", of: "Exchange", needs: ["Access", "Bookings", "Participation", "Supervision"] + .house),
    .aid("MutatedHistory", in: "MutatedHistory", needs: ["Supervision"] + .supervised),
    .tests("Capabilities", of: "Supervision", needs: ["CanonicalJSON", "Documents", "MutatedHistory"] + .supervised),
    .tests(
        "Capabilities",
        of: "Publicity",
        needs: [
            "CanonicalJSON", "Casework", "Cryptography", "Directory", "Parties", "Processes", "Sanctions", "TimeLimits",
            "TransparencyLog", "WorkflowEngine",
        ] + .storage
    ),
    .tests("Capabilities", of: "Participation", needs: ["BlobStore", "Documents"] + .house),
    .testTarget(
        name: "ConformanceTests",
        dependencies: [
            "CanonicalJSON", "Composition", "DecisionTables", "Kernel", "ProcessTrials", "TestSupport",
            "WorkflowEngine",
        ] + modules,
        path: "Tests/Conformance",
        exclude: ["Events/Forms"],
        swiftSettings: Target.strict
    ),
    .aid("Browser", in: "Journeys/Browser", needs: ["Database", "Kernel", "SQLiteDriver", "TestSupport"]),
    .tests("Journeys", of: "Browser", needs: ["HTML", "TestSupport", "WebServer"]),
    .journey("LicensingJourney", needs: ["Browser", "TestSupport"]),
    .journey("ParticipationJourney", needs: ["Browser"]),
    .journey("AccountJourney", needs: ["Browser"]),
    .journey("AdministrationJourney", needs: ["Browser", "TestSupport"]),
    .journey("PenaltyJourney", needs: ["Browser", "TestSupport"]),
    .journey("ProviderJourney", needs: ["Browser", "TestSupport"]),
    .tests("Platform", of: "EventLog", needs: ["CanonicalJSON", "Kernel", "Database", "Cryptography", "TestSupport"]),
    .tests("Platform", of: "Database", needs: ["SQLiteDriver", "PostgresDriver", "TestSupport"]),
    .aid("ProcessTrials", in: "ProcessTrials", needs: ["Kernel", "Processes", "WorkflowEngine"]),
    .tests("Capabilities", of: "Processes", needs: ["Documents", "Kernel", "ProcessTrials", "WorkflowEngine"]),
    .tests(
        "Capabilities",
        of: "Discretion",
        needs: ["CanonicalJSON", "Cryptography", "DecisionTables", "Definitions", "Interchange", "Law"] + .storage
    ),
    .tests("Capabilities", of: "Law", needs: ["Cryptography", "Definitions"] + .storage),
    .tests("Capabilities", of: "Directory", needs: ["Codes", "Cryptography"] + .storage),
    .tests("Capabilities", of: "Access", needs: ["Cryptography", "Directory", .jwtKit] + .storage),
    .tests("Capabilities", of: "Parties", needs: ["BlobStore", "Cryptography"] + .storage),
    .tests("Surfaces", of: "Hall", needs: ["Definitions", "Interchange"] + .desk),
    .tests(
        "Capabilities",
        of: "Catalog",
        needs: ["BlobStore", "Codes", "Cryptography", "Definitions", "Directory", "Interchange", "Law"] + .storage
    ),
]

/// `make bench`: prints figures, tests nothing.
let benchmarks: [Target] = [
    .benchmark(
        "DurableSteps",
        needs: [
            "Casework", "Database", "Directory", "EventLog", "PostgresDriver", "Processes", "SQLiteDriver", "TestHouse",
            "TestSupport", .sqlite,
        ]
    ),
    .benchmark("BackTest", needs: ["MutatedHistory", "Supervision"]),
    .benchmark("BreachRecall", needs: ["MutatedHistory", "Supervision"]),
    .benchmark(
        "CatalogLoad",
        needs: ["Catalog", "Codes", "Cryptography", "Database", "EventLog", "Law", "SQLiteDriver"]
    ),
    .benchmark("CatalogSearch", needs: ["Catalog", "Codes"]),
    .benchmark(
        "DirectoryScale",
        needs: [
            "Access", "Administration", "Codes", "Composition", "Cryptography", "Database", "Directory", "EventLog",
            "Exchange", "HTML", "WebServer", .logging,
        ]
    ),
    .benchmark("HallPages", needs: ["Browser", "Database", "SQLiteDriver", "TestSupport"]),
    .benchmark("Inbox", needs: ["Database", "SQLiteDriver", "TestSupport"]),
    .benchmark("ProcessImport", needs: ["ProcessTrials", "Processes"]),
    .benchmark("StepPass", needs: ["Supervision", "TimeLimits"]),
    .benchmark(
        "TimerQueue",
        needs: ["Database", "EventLog", "SQLiteDriver", "Supervision", "TestHouse", "TestSupport"]
    ),
    .benchmark("WallViewers", needs: ["TestSupport"]),
    .benchmark("WorkflowSteps", needs: ["ProcessTrials", "Processes", "WorkflowEngine"]),
]

let package = Package(
    name: "hengjian",
    products: [],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [definitions] + platform + capabilities + surfaces + executables + tests + benchmarks,
    swiftLanguageModes: [.v6]
)

extension [Target.Dependency] {
    /// What tests of a capability that keeps state stand on.
    static var storage: [Target.Dependency] { ["Database", "EventLog", "Kernel", "TestSupport"] }

    /// What tests of a surface stand on: everything that the composition root puts together, and a house.
    static var desk: [Target.Dependency] {
        ["Documents", "HTML", "Kernel", "TestHouse", "TestSupport", "WebServer", .logging, .lifecycle] + modules
    }

    /// What tests stand on that run cases in a house of their own.
    static var house: [Target.Dependency] { house(beside: "") }
    static var supervised: [Target.Dependency] { ["BlobStore", "Participation", "Publicity"] + house }
    static func house(beside tested: String) -> [Target.Dependency] {
        [
            "Casework", "Catalog", "Codes", "Cryptography", "DecisionTables", "Directory", "Discretion", "Law",
            "Parties", "Processes", "RuleTables", "Sanctions", "TestHouse", "TimeLimits", "WorkflowEngine",
        ].filter { $0 != tested }.map { .byName(name: $0) } + storage
    }
}

extension Target {
    /// Computed, because a constant below `package` would still be empty when `package` is built.
    static var strict: [SwiftSetting] {
        ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"].map { .enableUpcomingFeature($0) }
            + [.treatAllWarnings(as: .error)]
    }
    /// Every test runs through the platform: without the optimizer the suite would take much longer.
    static var fast: [SwiftSetting] { strict + [.unsafeFlags(["-O"], .when(configuration: .debug))] }

    /// A target's README lies beside its code; SwiftPM wants to be told that it is no source.
    static func readMe(in path: String) -> [String] {
        FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(path)/README.md") ? ["README.md"] : []
    }

    /// A target with its README beside its code.
    static func ours(_ name: String, in ring: String, _ needs: [Dependency], _ resources: [Resource] = []) -> Target {
        let path = "Sources/\(ring)/\(name)"
        return .target(
            name: name,
            dependencies: needs,
            path: path,
            exclude: readMe(in: path),
            resources: resources,
            swiftSettings: ring == "Platform" ? fast : strict
        )
    }

    static func platform(_ name: String, needs: [Dependency] = [], resources: [Resource] = []) -> Target {
        ours(name, in: "Platform", needs, resources)
    }

    static func capability(_ name: String, needs: [Dependency] = []) -> Target {
        ours(name, in: "Capabilities", ["Kernel", "Database", "EventLog"] + needs)
    }

    /// A capability of values and rules only: it keeps no state, so it sees neither log nor database.
    static func pureCapability(_ name: String, needs: [Dependency] = []) -> Target {
        ours(name, in: "Capabilities", ["Kernel"] + needs)
    }

    static func surface(_ name: String, needs: [Dependency] = []) -> Target {
        ours(name, in: "Surfaces", ["Kernel", "HTML", "WebServer", "Access"] + needs)
    }

    /// What the executable consists of beside its commands.
    static func rim(_ name: String, needs: [Dependency] = []) -> Target {
        ours(name, in: "Executables", ["Kernel"] + needs)
    }

    static func executable(_ name: String, needs: [Dependency] = []) -> Target {
        .executableTarget(
            name: name,
            dependencies: ["Kernel", .product(name: "ArgumentParser", package: "swift-argument-parser")] + needs,
            path: "Sources/Executables/\(name)",
            swiftSettings: strict
        )
    }

    static func benchmark(_ name: String, needs: [Dependency]) -> Target {
        let path = "Benchmarks/\(name)"
        return .executableTarget(name: name, dependencies: ["Kernel"] + needs, path: path, swiftSettings: strict)
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

    /// What tests of several targets share.
    static func aid(_ name: String, in folder: String, needs: [Dependency]) -> Target {
        .target(name: name, dependencies: needs, path: "Tests/\(folder)", swiftSettings: strict)
    }

    /// A story told to the program as it ships: `Tests/Journeys/<name>Tests`.
    static func journey(_ name: String, needs: [Dependency]) -> Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: ["hengjian"] + needs,
            path: "Tests/Journeys/\(name)Tests",
            swiftSettings: strict
        )
    }

    /// The tests of one target: `Tests/<ring>/<name>Tests`.
    static func tests(_ ring: String, of name: String, needs: [Dependency] = []) -> Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + needs,
            path: "Tests/\(ring)/\(name)Tests",
            swiftSettings: strict
        )
    }
}

extension Target.Dependency {
    static var logging: Self { .product(name: "Logging", package: "swift-log") }
    static var lifecycle: Self { .product(name: "ServiceLifecycle", package: "swift-service-lifecycle") }
    static var jwtKit: Self { .product(name: "JWTKit", package: "jwt-kit") }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    /// The C interface of the SQLite that GRDB is built on.
    static var sqlite: Self { .product(name: "GRDBSQLite", package: "GRDB.swift") }
}
