/**
 * System calls that tests have no use for and that reach other processes, the kernel's attack surface, or memory that
 * no limit counts. The sandbox holds without the filter too; it is a second wall.
 */
const denied = {
  x64: {
    architecture: 0xc000003e,
    clone: 56,
    // ptrace, process_vm_*, kcmp, mount, umount2, pivot_root, chroot, swapon, swapoff, reboot, modules, kexec, bpf,
    // perf_event_open, userfaultfd, keys, setns, unshare, open_by_handle_at, io_uring, memfd_create, memfd_secret
    calls: [
      101, 310, 311, 312, 165, 166, 155, 161, 167, 168, 169, 175, 313, 176, 246, 320, 321, 298, 323, 248, 249, 250, 308,
      272, 304, 425, 426, 427, 319, 447, 428, 429, 430, 431, 432, 442,
    ],
  },
  arm64: {
    architecture: 0xc00000b7,
    clone: 220,
    calls: [
      117, 270, 271, 272, 40, 39, 41, 51, 224, 225, 142, 105, 273, 106, 104, 294, 280, 241, 282, 217, 218, 219, 268, 97,
      265, 425, 426, 427, 279, 447, 428, 429, 430, 431, 432, 442,
    ],
  },
} as const;

const clone3 = 435;
/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const namespaceFlags = 0x7e020000;
const allow = 0x7fff0000;
const killProcess = 0x80000000;
const refuse = (errno: number): number => 0x00050000 | errno;
const EPERM = 1;
const ENOSYS = 38;

/** Classic BPF for `bwrap --seccomp`; undefined on architectures whose numbers are not known here. */
export function seccompFilter(architecture: string = process.arch): Buffer | undefined {
  const table = denied[architecture as keyof typeof denied];
  if (table === undefined) return undefined;
  const load = (offset: number): Instruction => [0x20, 0, 0, offset];
  const answer = (value: number): Instruction => [0x06, 0, 0, value];
  /** Skips `otherwise` instructions unless equal. */
  const equal = (value: number, otherwise: number): Instruction => [0x15, 0, otherwise, value];
  const program: Instruction[] = [
    load(4),
    [0x15, 1, 0, table.architecture],
    answer(killProcess),
    load(0),
    // The x32 numbers would be a way around the table.
    [0x35, 0, 1, 0x40000000],
    answer(refuse(EPERM)),
    // Its flags are in memory, where a filter cannot look: the C library falls back to clone.
    equal(clone3, 1),
    answer(refuse(ENOSYS)),
    equal(table.clone, 4),
    load(16),
    [0x45, 0, 1, namespaceFlags],
    answer(refuse(EPERM)),
    answer(allow),
    ...table.calls.flatMap((call) => [equal(call, 1), answer(refuse(EPERM))]),
    answer(allow),
  ];
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, jumpTrue, jumpFalse, value], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(jumpTrue, index * 8 + 2);
    bytes.writeUInt8(jumpFalse, index * 8 + 3);
    bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
  });
  return bytes;
}

/** code, jump if true, jump if false, value: `struct sock_filter`. */
type Instruction = readonly [number, number, number, number];
